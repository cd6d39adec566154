import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Frame } from '@/components/layout/frame';
import { ReportView } from '@/components/report/report-view';
import { currentCorpus } from '@/lib/corpus/current';
import { vocabularyOf } from '@/lib/search/documents';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateStaticParams(): Promise<{ id: string }[]> {
  const { reports } = await currentCorpus();
  return reports.filter(({ status }) => status === 'published').map(({ id }) => ({ id }));
}

const load = cache(async (id: string) => {
  const corpus = await currentCorpus();
  const report = corpus.reports.find((one) => one.id === id && one.status === 'published');
  return report ? { report, vocabulary: vocabularyOf(corpus) } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { report } = await load(id);
  const description = report.abstract.slice(0, 200);
  return {
    title: report.title,
    description,
    alternates: { canonical: `/bao-cao/${id}` },
    openGraph: { title: report.title, description, url: `/bao-cao/${id}`, type: 'article' },
  };
}

export default async function ReportPage({ params }: Props) {
  const { report, vocabulary } = await load((await params).id);
  return (
    <Frame>
      <ReportView report={report} vocabulary={vocabulary} />
    </Frame>
  );
}
