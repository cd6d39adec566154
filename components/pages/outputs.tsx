import { type Query, serialiseQuery } from '@/lib/search/query';
import { EXPORT_FORMATS, exportHref, feedHref } from '@/lib/site/outputs/links';

/** The ways to take the reports of a page along: as files, as a feed of those to come. */
export function Outputs({ query }: { query: Query }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 text-sm print:hidden">
      <span className="text-soft">Tải về:</span>
      {EXPORT_FORMATS.map(({ format, label }) => (
        <a
          key={format}
          href={exportHref(format, serialiseQuery(query))}
          download
          rel="nofollow"
          className="inline-flex min-h-7 items-center"
        >
          {label}
        </a>
      ))}
      <a href={feedHref(query)} type="application/atom+xml" className="inline-flex min-h-7 items-center">
        Theo dõi báo cáo mới (Atom)
      </a>
      <a href="/moi-them#theo-doi" className="inline-flex min-h-7 items-center">
        Cách theo dõi
      </a>
    </p>
  );
}
