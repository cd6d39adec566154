import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { EarlyTaps, nonceOf } from '@/components/layout/early-taps';
import { AboutCatalogue } from '@/components/pages/about-catalogue';
import { JsonLd } from '@/components/pages/json-ld';
import { WHOLE } from '@/components/search/form';
import { SearchPage } from '@/components/search/search-page';
import { SearchUnanswered } from '@/components/search/search-unanswered';
import { documentTitle, pageDescription, pageTitle } from '@/components/search/titles';
import { at } from '@/lib/domain/edition';
import { searchPath } from '@/lib/domain/paths';
import { currentBackend } from '@/lib/search/backend';
import { searchInWords } from '@/lib/search/in-words';
import { parseQuery } from '@/lib/search/query';
import { answer, orNull } from '@/lib/search/store';
import { additionsByDay } from '@/lib/site/browse/additions';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { feedHref } from '@/lib/site/outputs/links';
import { openGraphImageOfSearch } from '@/lib/site/outputs/open-graph';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { siteSettings } from '@/lib/site/settings';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Title and page are made of one answer, and the index the browser opens is the one that gave it; null where the search
 * does not answer.
 */
const answerOnce = cache((asked: string) => orNull(answerOf(asked)));

async function answerOf(asked: string) {
  const backend = await currentBackend();
  return { result: await answer(asked, backend), index: backend.download };
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const answered = await answerOnce(await queryString(searchParams));
  const site = siteSettings();
  if (!answered) return { title: { absolute: `Chưa tìm được · ${site.name}` }, robots: { index: false } };
  const { result } = answered;
  const title = pageTitle(result);
  const description = pageDescription(result, site);
  const path = searchPath(result.query);
  return {
    metadataBase: new URL(addressOf('/', siteAddress(await headers()))),
    title: { absolute: documentTitle(result, site) },
    description,
    alternates: { canonical: path, types: { 'application/atom+xml': feedHref(result.state) } },
    // Anyone can write any text into an address: such pages are for people, not for an index.
    robots: result.state.text === '' ? undefined : { index: false, follow: true },
    openGraph: {
      title: title || site.name,
      description,
      url: path,
      siteName: site.name,
      locale: 'vi_VN',
      type: 'website',
      images: [openGraphImageOfSearch(result.state, title || site.name)],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function Page({ searchParams }: Props) {
  const query = await queryString(searchParams);
  const answered = await answerOnce(query);
  if (!answered) {
    const { vocabulary } = await currentHoldings();
    const { query: asked } = parseQuery(query, vocabulary);
    return <SearchUnanswered query={asked} words={searchInWords(asked, vocabulary)} />;
  }
  const { result, index } = answered;
  const asked = await headers();
  const { origin } = siteAddress(asked);
  const latest = result.query === '' ? additionsByDay(await currentHoldings())[0] : undefined;
  const nonce = nonceOf(asked);
  return (
    <>
      <EarlyTaps nonce={nonce} />
      <SearchPage
        initial={result}
        madeFor={query}
        indexAddress={index}
        origin={origin}
        whole={new URLSearchParams(query).get(WHOLE) ?? ''}
        lastAdded={latest?.day}
        about={result.query === '' && <AboutCatalogue latest={latest} />}
      />
      {result.query === '' && <SiteJsonLd origin={origin} nonce={nonce} />}
    </>
  );
}

/** The search parameters as one query string. */
async function queryString(searchParams: Props['searchParams']): Promise<string> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    for (const one of [value ?? []].flat()) params.append(name, one);
  }
  return params.toString();
}

/** How the site is searched, for search engines that offer a box of their own. */
function SiteJsonLd({ origin, nonce }: { origin: string; nonce: string | undefined }) {
  const { name, purpose } = siteSettings();
  return (
    <JsonLd
      nonce={nonce}
      data={{
        '@type': 'WebSite',
        name,
        description: purpose,
        url: `${origin}${at('/')}`,
        inLanguage: 'vi',
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${origin}${at('/')}?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      }}
    />
  );
}
