import { EXPORT_FORMATS, exportHref, feedHref } from '@/lib/outputs/links';
import { type Query, serialiseQuery } from '@/lib/search/query';

/** Links that carry a whole search away: files of every report it finds, and a feed of those to come. */
export function TakeAway({ query }: { query: Query }) {
  const string = serialiseQuery({ ...query, page: 1 });
  return (
    <nav aria-label="Tải về và theo dõi" className="text-sm print:hidden">
      <dl className="grid gap-y-1 sm:grid-cols-[auto_1fr] sm:gap-x-4">
        <dt className="text-soft">Tải cả danh sách</dt>
        <dd className="flex flex-wrap gap-x-4 gap-y-1">
          {EXPORT_FORMATS.map(({ format, label }) => (
            <a key={format} href={exportHref(format, string)} download rel="nofollow" className="py-0.5">
              {label}
            </a>
          ))}
        </dd>
        <dt className="text-soft">Theo dõi báo cáo mới</dt>
        <dd>
          <a href={feedHref(query)} type="application/atom+xml" className="py-0.5">
            Tin Atom cho trình đọc tin
          </a>
        </dd>
      </dl>
    </nav>
  );
}
