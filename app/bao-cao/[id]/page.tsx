import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EarlyTaps } from '@/components/layout/early-taps';
import { pageMetadata } from '@/components/pages/page';
import { ReportView } from '@/components/pages/report-view';
import { reportPath } from '@/lib/domain/paths';
import { currentHoldings, detailsOf } from '@/lib/site/browse/holdings';
import { openGraphImage } from '@/lib/site/outputs/open-graph';

interface Props {
  params: Promise<{ id: string }>;
}

/** Longest description of a page, in UTF-16 units: what search engines and previews show of it. */
const DESCRIPTION = 200;

/** None is made at the build: each is when first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const report = (await currentHoldings()).byId.get(id)?.report;
  if (!report) return {};
  return pageMetadata({
    title: report.title,
    description: opening(report.abstract),
    path: reportPath(id),
    image: openGraphImage('bao-cao', id, report.title),
    type: 'article',
  });
}

export default async function ReportPage({ params }: Props) {
  const { id } = await params;
  const holdings = await currentHoldings();
  const holding = holdings.byId.get(id);
  if (!holding) notFound();
  return (
    <>
      <EarlyTaps />
      <ReportView holding={holding} holdings={holdings} details={await detailsOf(holding, holdings)} />
    </>
  );
}

/** The first whole words of a text. */
function opening(text: string): string {
  if (text.length <= DESCRIPTION) return text;
  const cut = text.lastIndexOf(' ', DESCRIPTION);
  return `${text.slice(0, cut > 0 ? cut : DESCRIPTION).toWellFormed()}…`;
}
