import type { Metadata } from 'next';
import { FigureTable } from '@/components/pages/figure-table';
import { Page, pageMetadata } from '@/components/pages/page';
import { formatCount } from '@/lib/search/describe';
import { facetNamed } from '@/lib/search/facets';
import {
  FIGURE_GROUPS,
  FIGURES_PER_PAGE,
  figureRows,
  parseFigureQuery,
  selectFigures,
  serialiseFigureQuery,
} from '@/lib/site/browse/figures';
import { currentHoldings } from '@/lib/site/browse/holdings';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const metadata = pageMetadata({
    title: 'Số liệu',
    description:
      'Các con số trong báo cáo: văn bản ban hành, hội nghị, lượt người dự, khen thưởng; xếp theo giá trị, đơn vị, địa phương, kỳ.',
    path: '/so-lieu',
  });
  // One order of the table is enough for search engines.
  const asked = Object.keys(await searchParams).length > 0;
  return asked ? { ...metadata, robots: { index: false, follow: true } } : metadata;
}

export default async function FiguresPage({ searchParams }: Props) {
  const holdings = await currentHoldings();
  const rows = figureRows(holdings);
  const query = parseFigureQuery(paramsOf(await searchParams), holdings);
  const found = selectFigures(rows, query);
  const pages = Math.max(1, Math.ceil(found.length / FIGURES_PER_PAGE));
  const page = Math.min(query.page, pages);
  const shown = found.slice((page - 1) * FIGURES_PER_PAGE, page * FIGURES_PER_PAGE);
  const href = (to: number) => `/so-lieu?${serialiseFigureQuery({ ...query, page: to })}`;
  return (
    <Page
      steps={[
        { label: 'Tổng quan', path: '/tong-quan' },
        { label: 'Số liệu', path: '/so-lieu' },
      ]}
      title="Số liệu"
      lead={`${formatCount(rows.length)} con số đọc được trong các báo cáo, mỗi con số kèm báo cáo và nguồn. Không cộng được với nhau: mỗi nơi đếm một cách.`}
    >
      <form action="/so-lieu" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
        <label className="text-sm">
          Nội dung
          <select name="nhom" defaultValue={query.group ?? ''} className="control mt-1 block px-2">
            <option value="">Tất cả</option>
            {FIGURE_GROUPS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="text-sm">
          Địa phương
          <select name="tinh" defaultValue={query.place ?? ''} className="control mt-1 block max-w-60 px-2">
            <option value="">Tất cả</option>
            {placesOf(rows).map((value) => (
              <option key={value} value={value}>
                {facetNamed('tinh').labelOf(value, holdings.vocabulary)}
              </option>
            ))}
          </select>
        </label>
        {query.sort && (
          <input type="hidden" name="sap" value={`${query.descending ? '-' : ''}${query.sort}`} />
        )}
        <button type="submit" className="control-primary px-4">
          Lọc
        </button>
        {(query.group || query.place) && (
          <a href="/so-lieu" className="inline-flex min-h-10 items-center text-sm">
            Xóa tất cả
          </a>
        )}
      </form>
      <p className="mt-4 text-sm text-soft" role="status">
        {found.length === 0
          ? rows.length === 0
            ? 'Báo cáo trong danh mục chưa nêu con số nào.'
            : 'Không có con số nào khớp. Hãy bỏ bớt bộ lọc.'
          : `${formatCount(found.length)} con số${pages > 1 ? `, trang ${page} trên ${pages}` : ''}`}
      </p>
      {shown.length > 0 && <FigureTable rows={shown} query={query} />}
      {pages > 1 && (
        <nav aria-label="Trang kết quả" className="mt-4 flex gap-6 text-sm print:hidden">
          {page > 1 && (
            <a href={href(page - 1)} className="inline-flex min-h-8 items-center">
              Trang trước
            </a>
          )}
          {page < pages && (
            <a href={href(page + 1)} className="inline-flex min-h-8 items-center">
              Trang sau
            </a>
          )}
        </nav>
      )}
    </Page>
  );
}

/** Places that have figures, by slug: today's provinces, the whole country, unknown. */
function placesOf(rows: ReturnType<typeof figureRows>): string[] {
  return [...new Set(rows.map(({ placeValue }) => placeValue.split('.')[0] ?? ''))].sort();
}

function paramsOf(given: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one ? [[name, one]] : [])),
    ),
  );
}
