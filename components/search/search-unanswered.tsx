import { Frame } from '@/components/layout/frame';
import { type Query, searchHref, serialiseQuery } from '@/lib/search/query';
import { FORM } from './form';
import { SiteSearch } from './site-search';

/** The search page where nobody answers the search: what was asked for stands as it was, to be asked again. */
export function SearchUnanswered({ query, words }: { query: Query; words: string }) {
  const kept = [...new URLSearchParams(serialiseQuery({ ...query, page: 1 }))].filter(
    ([name]) => name !== 'q',
  );
  return (
    <Frame path="/" search={<SiteSearch text={query.text} />}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" form={FORM} name={name} value={value} />
      ))}
      <div className="max-w-prose py-10" role="alert">
        <h1 className="text-2xl font-semibold">Chưa tìm được</h1>
        <p className="mt-3">
          Máy tìm kiếm đang không trả lời. Câu tìm và bộ lọc vẫn giữ nguyên; các trang khác vẫn xem được.
        </p>
        {words !== '' && <p className="mt-3">Đang tìm: {words}</p>}
        <p className="mt-5">
          <a href={searchHref(query)} className="inline-flex min-h-11 items-center">
            Thử lại
          </a>
        </p>
      </div>
    </Frame>
  );
}
