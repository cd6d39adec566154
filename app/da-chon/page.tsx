import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { EarlyTaps, nonceOf } from '@/components/layout/early-taps';
import { Citations } from '@/components/outputs/citations';
import { ShareMenu } from '@/components/outputs/share-menu';
import { Page, PrintedAddress, pageMetadata, Section } from '@/components/pages/page';
import { ReportList } from '@/components/pages/report-list';
import { comparisonPath, picksPath, reportPath } from '@/lib/domain/paths';
import { MOST_COMPARED, parseComparison } from '@/lib/site/browse/comparison';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { MOST } from '@/lib/site/outputs/device';
import { EXPORT_FORMATS, exportHref } from '@/lib/site/outputs/links';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';

interface Props {
  searchParams: Promise<{ bc?: string | string[] }>;
}

export const metadata: Metadata = {
  ...pageMetadata({
    title: 'Báo cáo đã chọn',
    description: 'Những báo cáo đã chọn: so sánh, trích dẫn, tải về, chia sẻ, in.',
    path: '/da-chon',
  }),
  robots: { index: false, follow: true },
};

export default async function PicksPage({ searchParams }: Props) {
  const { bc } = await searchParams;
  const { byId, vocabulary } = await currentHoldings();
  const picked = parseComparison([bc ?? []].flat())
    .slice(0, MOST.picks)
    .flatMap((id) => byId.get(id) ?? []);
  const ids = picked.map(({ report }) => report.id);
  const path = picksPath(ids);
  return (
    <Page
      steps={[{ label: 'Báo cáo đã chọn', path: '/da-chon' }]}
      title="Báo cáo đã chọn"
      lead={
        ids.length === 0
          ? 'Chưa chọn báo cáo nào. Đánh dấu ô “Chọn” ở mỗi báo cáo trong kết quả tìm, hoặc ở trang của báo cáo.'
          : `${ids.length} báo cáo. Địa chỉ của trang này giữ những báo cáo ấy: gửi đi là người khác xem được.`
      }
      actions={
        ids.length > 0 && (
          <>
            <EarlyTaps nonce={nonceOf(await headers())} />
            <ShareMenu path={path} text={`${ids.length} báo cáo đã chọn`} origin={siteAddress().origin} />
            {ids.length > 1 && (
              <a
                href={comparisonPath(ids.slice(0, MOST_COMPARED))}
                className="control flex items-center px-3 text-ink no-underline"
              >
                {ids.length > MOST_COMPARED ? `So sánh ${MOST_COMPARED} báo cáo đầu` : 'So sánh'}
              </a>
            )}
            <p className="flex flex-wrap gap-x-3 sm:pl-2">
              <span className="inline-flex min-h-8 items-center text-soft">Tải về</span>
              {EXPORT_FORMATS.map(({ format, label }) => (
                <a
                  key={format}
                  href={exportHref(format, `bc=${ids.join(',')}`)}
                  download
                  rel="nofollow"
                  className="inline-flex min-h-8 items-center"
                >
                  {label}
                </a>
              ))}
            </p>
          </>
        )
      }
    >
      {ids.length === 0 ? (
        <p className="mt-4">
          <a href="/">Tìm báo cáo</a>
        </p>
      ) : (
        <ReportList holdings={picked} vocabulary={vocabulary} />
      )}
      {ids.length > 0 && <PrintedAddress path={path} />}
      {ids.length > 0 && (
        <Section title="Trích dẫn" id="trich-dan" className="max-w-results print:hidden">
          {picked.map(({ report }) => (
            <details key={report.id} className="border-b border-line py-2">
              <summary className="min-h-6 font-semibold">{report.title}</summary>
              <Citations report={report} address={addressOf(reportPath(report.id), siteAddress())} />
            </details>
          ))}
        </Section>
      )}
    </Page>
  );
}
