import { TileMap } from '@/components/views/lazy';
import { directivePath } from '@/lib/domain/paths';
import { formatCount, formatDate } from '@/lib/search/describe';
import { EMPTY_QUERY } from '@/lib/search/query';
import { crossOf } from '@/lib/search/store';
import type { Additions } from '@/lib/site/browse/additions';
import { byDirective } from '@/lib/site/browse/counts';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { HOW_TO_TELL } from '@/lib/site/outputs/mistake';
import { siteSettings } from '@/lib/site/settings';
import { Section } from './page';
import { ReportList } from './report-list';

/** Documents and reports shown before the way to all of them. */
const DOCUMENTS = 10;
const ADDED = 5;

/**
 * What the catalogue holds, for who asked nothing yet: the documents cited most, what came last, the map, who keeps it.
 *
 * @param latest what came last; undefined where no day was kept
 */
export async function AboutCatalogue({ latest }: { latest: Additions | undefined }) {
  const [holdings, map] = await Promise.all([currentHoldings(), crossOf('', 'tinh', 'ky', { every: true })]);
  const { keeper, mistakes } = siteSettings();
  return (
    <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-12 border-t border-line sm:grid-cols-2">
      <div className="min-w-0">
        <Section title="Văn bản được nhắc tới nhiều">
          <ol className="mt-2 text-sm">
            {byDirective(holdings.all, holdings)
              .slice(0, DOCUMENTS)
              .map(({ slug, label, title, count, href }) => (
                <li key={slug} className="border-b border-line/60 py-1">
                  <p className="flex justify-between gap-x-4">
                    <a href={directivePath(slug)} className="inline-flex min-h-6 items-center font-semibold">
                      {label}
                    </a>
                    <a href={href} className="inline-flex min-h-6 items-center whitespace-nowrap">
                      {formatCount(count)} báo cáo
                    </a>
                  </p>
                  {title && <p className="line-clamp-1 text-soft">{title}</p>}
                </li>
              ))}
          </ol>
          <p className="mt-2 text-sm">
            <a href="/van-ban" className="inline-flex min-h-6 items-center">
              Mọi văn bản
            </a>
          </p>
        </Section>
        {latest && (
          <Section title="Mới thêm vào danh mục">
            <p className="mt-1 text-sm text-soft">
              Ngày {formatDate(latest.day)}: {formatCount(latest.those.length)} báo cáo.
            </p>
            <ReportList holdings={latest.those.slice(0, ADDED)} vocabulary={holdings.vocabulary} small />
            <p className="mt-2 text-sm">
              <a href="/moi-them" className="inline-flex min-h-6 items-center">
                Những báo cáo mới thêm, và cách theo dõi
              </a>
            </p>
          </Section>
        )}
        <p className="mt-6 text-sm">
          {keeper && (
            <>Đơn vị giữ trang: {keeper.url ? <a href={keeper.url}>{keeper.name}</a> : keeper.name}. </>
          )}
          <a href={mistakes ?? HOW_TO_TELL} className="inline-flex min-h-6 items-center">
            Báo chỗ sai
          </a>
        </p>
      </div>
      <Section title="Báo cáo theo địa phương">
        <TileMap state={EMPTY_QUERY} cross={{ ...map, columns: [], counts: [] }} />
      </Section>
    </div>
  );
}
