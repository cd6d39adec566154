import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Desk } from '@/components/desk/desk';
import { standingOf } from '@/lib/desk/gate';

export const metadata: Metadata = { title: 'Bàn biên tập', robots: { index: false, follow: false } };

export default async function DeskPage() {
  if (standingOf({ method: 'GET', headers: await headers() }) !== 'open') notFound();
  return <Desk />;
}
