import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Frame } from '@/components/layout/frame';
import { EMPTY_QUERY, type Query } from '@/lib/search/query';
import { feedHref } from '@/lib/site/outputs/links';
import { type OpenGraphImage, openGraphImageOfSearch } from '@/lib/site/outputs/open-graph';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { Breadcrumb, type Step } from './breadcrumb';

interface PageProps {
  /** From the first level below the home page down to this page. */
  steps: readonly Step[];
  title: ReactNode;
  /** A line or two under the title. */
  lead?: ReactNode;
  /** What can be done with the page. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the site that is not the search: frame, breadcrumb, title, content. */
export function Page({ steps, title, lead, actions, children }: PageProps) {
  return (
    <Frame path={steps.at(-1)?.path}>
      <Breadcrumb steps={steps} />
      <h1 className="mt-2 max-w-[52rem] text-2xl font-semibold">{title}</h1>
      {lead && <div className="mt-2 max-w-results text-soft">{lead}</div>}
      {actions && (
        <div className="mt-4 flex flex-wrap items-center gap-2 text-sm print:hidden">{actions}</div>
      )}
      {children}
    </Frame>
  );
}

interface SectionProps {
  title: string;
  /** The fragment under which the section is reached. */
  id?: string;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page. */
export function Section({ title, id, children, className = '' }: SectionProps) {
  return (
    <section className={`mt-9 ${className}`} id={id}>
      <h2 className="text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/**
 * A wide table in a region of its own that scrolls sideways, by keyboard too; the page never does. (`relative`
 * keeps what is only for screen readers inside of it.)
 */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
      tabIndex={0}
      className="scroll-edge relative mt-3 overflow-x-auto print:overflow-visible"
    >
      {children}
    </section>
  );
}

/** Where the page was printed from; on paper only. `path` is that of the page, with what was asked. */
export function PrintedAddress({ path }: { path: string }) {
  return <p className="mt-8 hidden text-sm break-all print:block">{addressOf(path, siteAddress())}</p>;
}

/** Title, description, canonical address and link preview of a page. `path` begins with `/`. */
export function pageMetadata({
  title,
  description,
  path,
  image = openGraphImageOfSearch(EMPTY_QUERY, title),
  type = 'website',
  feedOf,
}: {
  title: string;
  description: string;
  path: string;
  /** Its picture in link previews; the site's own unless given. */
  image?: OpenGraphImage;
  type?: 'website' | 'article';
  /** The search whose feed the page offers to readers of feeds. */
  feedOf?: Query;
}): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: path,
      ...(feedOf ? { types: { 'application/atom+xml': feedHref(feedOf) } } : {}),
    },
    openGraph: {
      title,
      description,
      url: path,
      type,
      locale: 'vi_VN',
      images: [image],
    },
    twitter: { card: 'summary_large_image' },
  };
}
