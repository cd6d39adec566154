import type { Metadata } from 'next';
import { FindReport } from '@/components/outputs/find-report';
import { ComparisonTable } from '@/components/pages/comparison-table';
import { Page, PrintedAddress, pageMetadata } from '@/components/pages/page';
import { comparisonPath } from '@/lib/domain/paths';
import { periodLabel } from '@/lib/domain/period';
import { answer, orNull, UNANSWERED } from '@/lib/search/store';
import { compareReports, MOST_COMPARED, parseComparison } from '@/lib/site/browse/comparison';
import { currentHoldings, type Holding, type Holdings, placeName } from '@/lib/site/browse/holdings';

interface Props {
  searchParams: Promise<{ bc?: string | string[]; tim?: string | string[] }>;
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
  const { bc, tim } = await searchParams;
  const holdings = await currentHoldings();
  const text = [tim ?? ''].flat().join(' ').trim();
  // An address or a name pasted is the report itself; any other text is looked for.
  const pasted = parseComparison([text]).filter((id) => holdings.byId.has(id));
  const ids = parseComparison([bc ?? [], pasted].flat());
  const comparison = compareReports(ids, holdings);
  const shown = comparison.holdings.map(({ report }) => report.id);
  const looked = text !== '' && pasted.length === 0;
  const found = looked ? await orNull(reportsLike(text, shown, holdings)) : null;
  const notices = [
    ...(looked && !found ? [UNANSWERED] : []),
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
      {shown.length > 0 && <PrintedAddress path={comparisonPath(shown)} />}
      {shown.length < MOST_COMPARED && (
        <form action="/so-sanh" className="mt-8 max-w-results print:hidden">
          {shown.length > 0 && <input type="hidden" name="bc" value={shown.join(',')} />}
          <label htmlFor="them" className="font-semibold">
            Thêm báo cáo
          </label>
          <p id="them-cach" className="text-sm text-soft">
            Gõ vài chữ trong tiêu đề, nơi hay kỳ của báo cáo, hoặc dán địa chỉ của một báo cáo trên trang này.
          </p>
          <FindReport ids={shown} text={looked ? text : ''} />
          {found && (
            <ul>
              {found.length === 0 && <li className="py-1.5">Không thấy báo cáo nào giống “{text}”.</li>}
              {found.map((holding) => (
                <li key={holding.report.id} className="border-b border-line/60 py-1.5">
                  <a href={comparisonPath([...shown, holding.report.id])} className="inline-block min-h-6">
                    {holding.report.title}
                  </a>
                  <p className="text-sm text-soft">
                    {[placeName(holding, holdings.vocabulary), periodLabel(holding.report.period)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </form>
      )}
    </Page>
  );
}

/** Reports offered for a text. */
const OFFERED = 8;

/** The reports that a text finds, then those that come near, without the ones that are compared already. */
async function reportsLike(text: string, shown: readonly string[], { byId }: Holdings): Promise<Holding[]> {
  const { results, near } = await answer(new URLSearchParams({ q: text }));
  return [...results, ...near]
    .filter(({ id }) => !shown.includes(id))
    .flatMap(({ id }) => byId.get(id) ?? [])
    .slice(0, OFFERED);
}
