import type { Metadata } from 'next';
import { ComparisonTable } from '@/components/pages/comparison-table';
import { Page, pageMetadata } from '@/components/pages/page';
import { compareReports, MOST_COMPARED, parseComparison } from '@/lib/site/browse/comparison';
import { currentHoldings } from '@/lib/site/browse/holdings';

interface Props {
  searchParams: Promise<{ bc?: string | string[] }>;
}

export const metadata: Metadata = {
  ...pageMetadata({
    title: 'So sánh báo cáo',
    description: 'Đặt hai đến bốn báo cáo cạnh nhau: kỳ, địa phương, văn bản chung và riêng, số liệu.',
    path: '/so-sanh',
  }),
  robots: { index: false, follow: true },
};

export default async function ComparisonPage({ searchParams }: Props) {
  const { bc } = await searchParams;
  const ids = parseComparison([bc ?? []].flat());
  const holdings = await currentHoldings();
  const comparison = compareReports(ids, holdings);
  const shown = comparison.holdings.map(({ report }) => report.id);
  const notices = [
    ...comparison.unknown.map((id) => `Bỏ qua “${id.slice(0, 80)}”: không có báo cáo này.`),
    ...(comparison.left.length > 0
      ? [`Chỉ so sánh được ${MOST_COMPARED} báo cáo một lúc: đang xem ${MOST_COMPARED} báo cáo đầu.`]
      : []),
  ];
  return (
    <Page
      steps={[{ label: 'So sánh', path: '/so-sanh' }]}
      title="So sánh báo cáo"
      lead="Hai đến bốn báo cáo cạnh nhau. Địa chỉ của trang này giữ những báo cáo đã chọn: gửi đi là người khác xem được."
    >
      {notices.length > 0 && (
        <div role="status" className="mt-4 max-w-results border-l-2 border-alert pl-3 text-sm">
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </div>
      )}
      {shown.length === 1 && <p className="mt-4">Chọn thêm ít nhất một báo cáo nữa để so sánh.</p>}
      {shown.length > 0 && <ComparisonTable comparison={comparison} vocabulary={holdings.vocabulary} />}
      {shown.length < MOST_COMPARED && (
        <form action="/so-sanh" className="mt-8 max-w-results print:hidden">
          {shown.length > 0 && <input type="hidden" name="bc" value={shown.join(',')} />}
          <label htmlFor="them" className="font-semibold">
            Thêm báo cáo
          </label>
          <p id="them-cach" className="text-sm text-soft">
            Dán địa chỉ của một báo cáo trên trang này, hoặc mở báo cáo rồi chọn “So sánh”.{' '}
            <a href="/">Tìm báo cáo</a>
          </p>
          <div className="mt-2 flex gap-2">
            <input
              id="them"
              name="bc"
              list="bao-cao"
              required
              aria-describedby="them-cach"
              autoComplete="off"
              className="control w-full min-w-0 px-3"
            />
            <datalist id="bao-cao">
              {holdings.all.slice(0, 100).map(({ report }) => (
                <option key={report.id} value={report.id}>
                  {report.title}
                </option>
              ))}
            </datalist>
            <button type="submit" className="control-primary px-4">
              Thêm
            </button>
          </div>
        </form>
      )}
    </Page>
  );
}
