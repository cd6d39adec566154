import { directivePath, placePath } from '@/lib/domain/paths';
import { UNKNOWN } from '@/lib/domain/vocabulary';
import { byPlace, byYear, citedTogether, citing } from '@/lib/site/browse/counts';
import type { Holdings } from '@/lib/site/browse/holdings';
import { filteredBy, filteredSearch } from '@/lib/site/browse/links';
import { BarTable, YearTable } from './bars';
import { Outputs } from './outputs';
import { Section } from './page';
import { ReportList, SeeAll } from './report-list';

/** Reports shown before the link to the search. */
const SHOWN = 8;
/** Documents cited together that are shown. */
const TOGETHER = 10;

/** Everything about the reports that cite a document: by year and place, what else they cite, the newest. */
export function CitingReports({ slug, holdings }: { slug: string; holdings: Holdings }) {
  const those = citing(holdings, slug);
  const within = { vb: slug };
  if (those.length === 0) {
    return (
      <Section title="Báo cáo nhắc tới">
        <p className="mt-2">
          Chưa có báo cáo nào trong danh mục nhắc tới văn bản này. <a href="/">Xem báo cáo mới nhất</a>
        </p>
      </Section>
    );
  }
  const together = citedTogether(slug, holdings).slice(0, TOGETHER);
  return (
    <>
      <Section title={`Báo cáo nhắc tới (${those.length})`} id="bao-cao">
        <ReportList holdings={those.slice(0, SHOWN)} vocabulary={holdings.vocabulary} />
        <SeeAll href={filteredSearch(within)} count={those.length} />
        <Outputs query={filteredBy(within)} />
      </Section>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title="Theo năm">
          <YearTable
            rows={byYear(those, within)}
            caption="Báo cáo nhắc tới văn bản, theo năm"
            kinds={false}
          />
        </Section>
        <Section title="Theo địa phương">
          <BarTable
            heading="Địa phương"
            caption="Báo cáo nhắc tới văn bản, theo địa phương"
            rows={byPlace(those, holdings, within).map((row) => ({
              ...row,
              path: row.value === UNKNOWN.value ? undefined : placePath(row.value),
            }))}
          />
        </Section>
      </div>
      {together.length > 0 && (
        <Section title="Thường được nhắc cùng">
          <p className="mt-1 text-sm text-soft">Con số là số báo cáo nhắc tới cả hai văn bản.</p>
          <ul className="mt-2 max-w-results border-t border-line text-sm">
            {together.map(({ slug: other, label, title, count }) => (
              <li key={other} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line/60 py-1">
                <div className="min-w-0">
                  <a href={directivePath(other)} className="inline-flex min-h-6 items-center">
                    {label}
                  </a>
                  {title && <p className="line-clamp-2 text-xs text-soft">{title}</p>}
                </div>
                <span className="font-semibold">{count}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
