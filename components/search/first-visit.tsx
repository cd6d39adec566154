import { SearchLink } from './search-link';

/** Searches that show what the field understands: no marks, a phrase, a document's number. */
const EXAMPLES = [
  { text: 'tuyen giao hung yen', query: 'q=tuyen+giao+hung+yen' },
  { text: '"dư luận xã hội"', query: 'q=%22d%C6%B0+lu%E1%BA%ADn+x%C3%A3+h%E1%BB%99i%22' },
  { text: '05-CT/TW', query: 'q=05-CT%2FTW' },
] as const;

/** Searches to try, for who asked nothing yet. */
export function FirstVisit() {
  return (
    <p className="text-sm">
      Thử tìm:{' '}
      {EXAMPLES.map(({ text, query }) => (
        <SearchLink key={query} query={query} className="mr-3 inline-flex min-h-6 items-center">
          {text}
        </SearchLink>
      ))}
    </p>
  );
}
