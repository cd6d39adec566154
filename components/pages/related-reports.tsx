import { formatCount } from '@/lib/search/describe';
import { citing, inPlace } from '@/lib/site/browse/counts';
import { type Holding, type Holdings, placeValue } from '@/lib/site/browse/holdings';
import { filteredSearch } from '@/lib/site/browse/links';
import { relatedTo } from '@/lib/site/browse/related';
import { ReportList } from './report-list';

/** Related reports under why they are related, each heading with the way to all of its kind. */
export function RelatedReports({
  holding,
  holdings,
  similar,
}: {
  holding: Holding;
  holdings: Holdings;
  similar: readonly number[];
}) {
  const related = relatedTo(holding, holdings, similar);
  const place = placeValue(holding);
  const [directive] = holding.directives;
  const kind = holding.report.period?.kind;
  const groups: { title: string; those: Holding[]; all?: { href: string; count: number } }[] = [
    { title: 'Gần nhất về nội dung', those: related.text },
    {
      title: 'Cùng địa phương',
      those: related.place,
      all: { href: filteredSearch({ tinh: place }), count: inPlace(holdings, place).length },
    },
    {
      title: 'Cùng văn bản',
      those: related.directive,
      all: directive
        ? { href: filteredSearch({ vb: directive }), count: citing(holdings, directive).length }
        : undefined,
    },
    {
      title: 'Cùng kỳ',
      those: related.period,
      all:
        kind && holding.year !== null
          ? {
              href: filteredSearch({ ky: `${holding.year}-${kind}` }),
              count: holdings.all.filter(
                ({ year, report }) => year === holding.year && report.period?.kind === kind,
              ).length,
            }
          : undefined,
    },
  ];
  return groups
    .filter(({ those }) => those.length > 0)
    .map(({ title, those, all }) => (
      <section key={title} className="mt-6">
        <h2 className="font-semibold">{title}</h2>
        <ReportList holdings={those} vocabulary={holdings.vocabulary} small compareWith={holding.report.id} />
        {all && all.count > those.length + 1 && (
          <p className="mt-1 text-sm">
            <a href={all.href} className="inline-flex min-h-6 items-center">
              Xem cả {formatCount(all.count)} báo cáo
            </a>
          </p>
        )}
      </section>
    ));
}
