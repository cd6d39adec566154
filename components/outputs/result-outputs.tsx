import { isServed } from '@/lib/domain/edition';
import { serialiseQuery } from '@/lib/search/query';
import type { SearchResult } from '@/lib/search/result';
import { EXPORT_FORMATS, embedPath, exportHref, feedHref } from '@/lib/site/outputs/links';
import { EmbedCode } from './embed-code';
import { SaveSearch } from './save-search';

/** What can be done with a whole search: keep it, carry it away as a file, follow what comes. */
export function ResultOutputs({ result }: { result: SearchResult }) {
  const query = serialiseQuery({ ...result.state, page: 1 });
  return (
    <section
      aria-label="Lưu, tải và theo dõi"
      className="mt-6 border-t border-line pt-4 text-sm print:hidden"
    >
      <dl className="grid gap-x-5 sm:grid-cols-[auto_1fr] sm:gap-y-1">
        <dt className="text-soft noscript:hidden">Lưu trên máy này</dt>
        <dd className="flex flex-wrap gap-x-5 noscript:hidden">
          <SaveSearch result={result} />
          <a href="/cua-toi" className="py-1">
            Xem những gì đã lưu
          </a>
        </dd>
        {isServed(exportHref('csv', query)) && (
          <>
            <dt className="pt-1 text-soft">Tải cả danh sách</dt>
            <dd className="flex flex-wrap gap-x-5">
              {EXPORT_FORMATS.map(({ format, label }) => (
                <a key={format} href={exportHref(format, query)} download rel="nofollow" className="py-1">
                  {label}
                </a>
              ))}
            </dd>
          </>
        )}
        {isServed(embedPath(result.state)) && (
          <>
            <dt className="pt-1 text-soft noscript:hidden">Đưa vào trang khác</dt>
            <dd className="noscript:hidden">
              <EmbedCode query={result.state} title={result.words} />
            </dd>
          </>
        )}
        <dt className="pt-1 text-soft">Theo dõi báo cáo mới</dt>
        <dd className="flex flex-wrap gap-x-5">
          <a href={feedHref(result.state)} type="application/atom+xml" className="py-1">
            Tin Atom cho trình đọc tin
          </a>
          <a href="/moi-them#theo-doi" className="py-1">
            Cách theo dõi
          </a>
        </dd>
      </dl>
    </section>
  );
}
