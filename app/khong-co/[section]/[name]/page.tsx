import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingView } from '@/components/pages/missing-view';
import { isSection } from '@/lib/domain/paths';
import { nearMatches, withdrawalReason } from '@/lib/site/browse/address';
import { currentHoldings } from '@/lib/site/browse/holdings';

interface Props {
  params: Promise<{ section: string; name: string }>;
}

/** Never kept: there are as many such pages as there are ways to mistype. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Không có trang này', robots: { index: false } };

/** What `proxy.ts` answers with, under 404 or 410, for an address that leads nowhere. */
export default async function MissingPage({ params }: Props) {
  const { section, name } = await params;
  if (!isSection(section)) notFound();
  const asked = decodeURIComponent(name);
  const holdings = await currentHoldings();
  return (
    <MissingView
      section={section}
      reason={section === 'bao-cao' ? withdrawalReason(asked, holdings) : null}
      near={nearMatches(section, asked, holdings)}
    />
  );
}
