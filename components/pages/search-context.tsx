import { useEffect, useState } from 'react';
import { askSearch } from '@/components/search/ask';
import { reportPath, searchPath } from '@/lib/domain/paths';
import type { Result, SearchResult } from '@/lib/search/result';
import { highlight } from './highlight';

interface Context {
  /** The search, in words; empty for the whole catalogue. */
  words: string;
  href: string;
  /** Place among all results, from 1. */
  position: number;
  total: number;
  previous: Found | null;
  next: Found | null;
}

interface Found {
  title: string;
  href: string;
}

/**
 * The search one came from, which the address holds as `?tu=<query string>`: back to it, the reports before and
 * after this one in it, and its words marked in the page. The page itself is the same for all, so this is read
 * in the browser; without it, or when the search no longer finds the report, nothing is shown. It keeps to the
 * bottom edge, so that nothing moves when it comes.
 */
export function SearchContext({ id, indexAddress }: { id: string; indexAddress: string }) {
  const [context, setContext] = useState<Context | null>(null);
  useEffect(() => {
    const from = new URLSearchParams(window.location.search).get('tu');
    if (from === null) return;
    const controller = new AbortController();
    const ask = (query: string) => askSearch(query, indexAddress, controller.signal);
    placeIn(from, id, ask).then(
      (found) => {
        if (!found) return;
        setContext(found.context);
        highlight(found.result.why.map((reason) => reason.found));
      },
      // Without the search the page is whole all the same.
      () => {},
    );
    return () => controller.abort();
  }, [id, indexAddress]);

  if (!context) return null;
  const { words, href, position, total, previous, next } = context;
  return (
    <nav
      aria-label="Trong kết quả tìm"
      data-search-context=""
      className="sticky bottom-0 z-10 mt-6 border-t border-line bg-paper py-1.5 text-sm print:hidden"
    >
      <p className="flex justify-between gap-x-4">
        <a href={href} className="line-clamp-1 min-h-6">
          Về kết quả tìm{words && `: ${words}`}
        </a>
        <span className="shrink-0 text-soft">
          báo cáo {position} trên {total}
        </span>
      </p>
      <p className="grid grid-cols-2 gap-x-6">
        {previous && (
          <a href={previous.href} rel="prev" className="line-clamp-1 min-h-6">
            Trước: {previous.title}
          </a>
        )}
        {next && (
          <a href={next.href} rel="next" className="col-start-2 line-clamp-1 min-h-6 text-right">
            Sau: {next.title}
          </a>
        )}
      </p>
    </nav>
  );
}

/** Finds a report on its page of a search, and its neighbours, who may stand on the page before or after. */
async function placeIn(
  from: string,
  id: string,
  ask: (query: string) => Promise<SearchResult>,
): Promise<{ context: Context; result: Result } | null> {
  const here = await ask(from);
  const at = here.results.findIndex((one) => one.id === id);
  const result = here.results[at];
  if (!result) return null;
  const pageOf = async (page: number, pick: (results: Result[]) => Result | undefined) => {
    if (page < 1 || page > here.pages) return null;
    const answer = await ask(withPage(here.query, page));
    return linkTo(pick(answer.results), answer.query);
  };
  const last = at === here.results.length - 1;
  const [previous, next] = await Promise.all([
    at > 0 ? linkTo(here.results[at - 1], here.query) : pageOf(here.page - 1, (all) => all.at(-1)),
    last ? pageOf(here.page + 1, (all) => all[0]) : linkTo(here.results[at + 1], here.query),
  ]);
  return {
    result,
    context: {
      words: here.words,
      href: searchPath(here.query),
      position: (here.page - 1) * here.pageSize + at + 1,
      total: here.total,
      previous,
      next,
    },
  };
}

function linkTo(result: Result | undefined, query: string): Found | null {
  if (!result) return null;
  const { id, title } = result;
  return { title, href: reportPath(id, query) };
}

function withPage(query: string, page: number): string {
  const params = new URLSearchParams(query);
  params.set('trang', String(page));
  return params.toString();
}
