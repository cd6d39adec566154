/**
 * HTML to lines: every visible block of the page is a line, as a browser would set it; Readability tells which of
 * them are the article. Scripts never run and nothing is fetched: linkedom only parses.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Hints } from '../page/clean';
import type { Metadata } from '../page/page';
import type { Decoded } from './decode';
import { IngestFailure } from './failure';
import type { RawPage } from './raw';

const HIDDEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'BUTTON',
  'HEAD',
  'TEXTAREA',
  'INPUT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
]);
const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'UL',
  'OL',
  'TABLE',
  'TR',
  'TD',
  'TH',
  'ARTICLE',
  'SECTION',
  'HEADER',
  'FOOTER',
  'NAV',
  'ASIDE',
  'FIGURE',
  'FIGCAPTION',
  'BLOCKQUOTE',
  'BR',
  'HR',
  'FORM',
  'MAIN',
  'DL',
  'DT',
  'DD',
  'PRE',
  'ADDRESS',
  'CENTER',
  'BODY',
  'TBODY',
  'TIME',
]);
const FURNITURE = new Set(['NAV', 'FOOTER', 'FORM', 'ASIDE']);
/** A form or an aside with so much text holds the article: some systems wrap the whole page in one form. */
const LONGEST_FURNITURE = 1500;
/** What sites call the boxes around and within an article. */
const BOX =
  /(?:^|[\s_-])(?:related?|relate|lien-?quan|tin-?khac|tin-?lien|comments?|cmt|binh-?luan|sidebar|footer|breadcrumbs?|menu|navbar|share|social|tags?|widget|advert|ads|quang-?cao|most-?view|xem-?nhieu|newsletter|login|search|oth|others?|more-?news)(?:$|[\s_-])/i;
/** The small line over a headline: a section, a series, a place. */
const KICKER = /(?:^|[\s_-])(?:kicker|(?:pre|sup)-?title|overline)(?:$|[\s_-])/i;
/** Inline elements that a site's style sets apart: stamps, by-lines, counters, buttons. */
const SET_APART =
  /(?:^|[\s_-])(?:share|social|date|time|author|byline|view|views|hits|count|meta|tool|tag|btn|button|crumb|breadcrumb|label|source|nguon|tacgia|ngay)(?:$|[\s_-])/i;
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|figcaption|photo-?desc|image-?desc|img-?desc|picbox|notebox|chu-?thich|captionimg|pcaption)/i;
/** Deeper nesting is cut: no real page has it, and a stack has an end. */
const DEEPEST = 200;

type State = Pick<HtmlLine, 'hint' | 'heading' | 'rank'>;

interface HtmlLine {
  text: string;
  hint: 'caption' | 'furniture' | null;
  heading: boolean;
  /** Stands in a heading of this rank; what a site's classes call its headline counts as the first. */
  rank?: 1 | 2;
}

export function readHtml({ text: html, encoding }: Decoded): RawPage {
  const { document } = parseHTML(
    withoutDepths(html).replace(/<meta\b[^<>]*>/gi, (tag) => (/charset/i.test(tag) ? '' : tag)),
  );
  if (!document.documentElement)
    throw new IngestFailure('broken', 'the page holds no element', 'save the page again');
  const metadata = readMetadata(document as unknown as Document);
  const lines: HtmlLine[] = [];
  const body = (document.body ?? document.documentElement) as unknown as Element | null;
  if (body) collectLines(body, lines, { hint: null, heading: false }, 0);
  const article = articleLines(document as unknown as Document);

  const hints = new Map<number, 'outside' | 'caption' | 'heading' | 'second'>();
  let text = '';
  for (const line of lines) {
    if (line.hint === 'caption') hints.set(text.length, 'caption');
    else if (line.hint !== 'furniture' && line.rank)
      hints.set(text.length, line.rank === 1 ? 'heading' : 'second');
    else if (
      line.hint === 'furniture' ||
      (article && !line.heading && line.text.length > 60 && !article.has(essence(line.text)))
    )
      hints.set(text.length, 'outside');
    text += `${line.text}\n`;
  }
  return { text, metadata, hints: hints as Hints, encoding };
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that the parser closes by itself: unclosed ones do not nest. */
const SELF_CLOSING = /^(?:p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option|optgroup|html|head|body)$/;

/** Leaves out the tags of elements nested deeper than any page needs: parsers take a time that grows with depth. */
function withoutDepths(html: string): string {
  let depth = 0;
  let deepest = 0;
  const cut = html.replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi, (tag, close: string, name: string) => {
    const lower = name.toLowerCase();
    if (VOID.test(lower) || SELF_CLOSING.test(lower) || tag.endsWith('/>')) return tag;
    if (close) {
      if (depth === 0) return tag;
      depth--;
      return depth >= DEEPEST ? '\n' : tag;
    }
    depth++;
    deepest = Math.max(deepest, depth);
    return depth > DEEPEST ? '\n' : tag;
  });
  return deepest > DEEPEST ? cut : html;
}

function readMetadata(document: Document): Metadata {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = document
        .querySelector(`meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`)
        ?.getAttribute('content')
        ?.trim();
      if (value) return value.normalize('NFC');
    }
    return undefined;
  };
  const linked = linkedData(document);
  const headline = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim();
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    meta('og:url') ??
    linked.url ??
    document.querySelector('base')?.getAttribute('href');
  return {
    title: meta('og:title') ?? linked.title ?? (headline ? headline.normalize('NFC') : undefined),
    author: meta('author', 'article:author'),
    siteName: meta('og:site_name'),
    url: address && /^https?:\/\//.test(address) ? address : undefined,
    published:
      meta('article:published_time', 'datePublished', 'pubdate', 'publishdate', 'DC.date.issued', 'date') ??
      linked.published ??
      document.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime') ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      undefined,
  };
}

/** What JSON-LD says of the article: of its graph the node that is one, else the first that bears a date. */
function linkedData(document: Document): { title?: string; published?: string; url?: string } {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    nodesOf(script.textContent ?? ''),
  );
  const dated = nodes.filter(({ datePublished }) => typeof datePublished === 'string');
  const article = dated.find((node) => ARTICLE.test(String(node['@type']))) ?? dated[0];
  if (!article) return {};
  const string = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const page = article.mainEntityOfPage;
  const url =
    string(page) ?? string((page as Record<string, unknown> | undefined)?.['@id']) ?? string(article.url);
  const title = string(article.headline)?.normalize('NFC');
  return { published: string(article.datePublished), ...(title && { title }), ...(url && { url }) };
}

const ARTICLE = /Article|BlogPosting|Report/;

/** The objects of one JSON-LD script, its graph taken apart; none where it is not JSON. */
function nodesOf(json: string): Record<string, unknown>[] {
  try {
    // Line breaks within strings, which sites leave and JSON forbids, mean blanks everywhere else too.
    const parsed: unknown = JSON.parse(json.replace(/[\n\r\t]+/g, ' ').replace(/;\s*$/, ''));
    return [parsed].flat().flatMap((node) => {
      if (!node || typeof node !== 'object') return [];
      const graph = (node as Record<string, unknown>)['@graph'];
      const members = Array.isArray(graph)
        ? graph.filter((member) => member && typeof member === 'object')
        : [];
      return [node as Record<string, unknown>, ...(members as Record<string, unknown>[])];
    });
  } catch {
    return [];
  }
}

function collectLines(element: Element, lines: HtmlLine[], inherited: State, depth: number): void {
  let open = '';
  const flush = (state: State) => {
    const text = open.replace(/\s+/g, ' ').trim();
    open = '';
    if (text) lines.push({ text, ...state });
  };
  const walk = (node: Node, state: State, level: number): void => {
    if (node.nodeType === 3) {
      open += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1 || level > 4 * DEEPEST) return;
    const child = node as Element;
    const tag = child.tagName.toUpperCase();
    if (
      HIDDEN.has(tag) ||
      child.hasAttribute('hidden') ||
      /display\s*:\s*none/i.test(child.getAttribute('style') ?? '')
    )
      return;
    const block = BLOCKS.has(tag) || isSetApart(child, tag);
    const next = stateOf(child, tag, state);
    if (block) flush(state);
    for (const grandchild of child.childNodes) walk(grandchild, next, level + 1);
    if (block) flush(next);
  };
  for (const child of element.childNodes) walk(child, inherited, depth);
  flush(inherited);
}

/** `<span class="share">Chia sẻ</span>`; the parts of a sentence keep together whatever their class. */
function isSetApart(element: Element, tag: string): boolean {
  return (
    /^(?:SPAN|A|EM|I|B|STRONG|LABEL|SMALL)$/.test(tag) && SET_APART.test(element.getAttribute('class') ?? '')
  );
}

function stateOf(element: Element, tag: string, inherited: State): State {
  if (tag === 'FIGCAPTION' || CAPTION_CLASS.test(element.getAttribute('class') ?? ''))
    return { ...inherited, hint: 'caption' };
  if (FURNITURE.has(tag) && (element.textContent?.length ?? 0) < LONGEST_FURNITURE)
    return { ...inherited, hint: 'furniture' };
  if (
    ((/^(?:DIV|SECTION|UL|OL|TABLE|P)$/.test(tag) &&
      BOX.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)) ||
      KICKER.test(element.getAttribute('class') ?? '')) &&
    (element.textContent?.length ?? 0) < LONGEST_FURNITURE &&
    !element.querySelector('h1')
  )
    return { ...inherited, hint: 'furniture' };
  if (tag === 'H1' || isHeadline(element, tag)) return { ...inherited, heading: true, rank: 1 };
  return /^H[23]$/.test(tag)
    ? { ...inherited, heading: true, rank: tag === 'H2' ? 2 : undefined }
    : inherited;
}

/** What sites call the headline of an article. */
const HEADLINE =
  /(?:^|[\s_-])(?:headline|(?:post|entry|article|detail|news|single|cms)[-_]?(?:title|header|headline|name)|title[-_]?(?:detail|news|post|article|bai(?:-?viet)?)|tieu-?de(?:-?(?:bai|tin)(?:-?viet)?)?)(?:$|[\s_-])/i;
const LONGEST_HEADLINE = 260;

function isHeadline(element: Element, tag: string): boolean {
  return (
    /^(?:DIV|P|SPAN|TD|H[2-6])$/.test(tag) &&
    HEADLINE.test(element.getAttribute('class') ?? '') &&
    (element.textContent?.length ?? 0) < LONGEST_HEADLINE
  );
}

/** The lines that Readability takes for the article; null where it finds none. It takes the document apart. */
function articleLines(document: Document): Set<string> | null {
  try {
    const article = new Readability(document, { charThreshold: 200 }).parse();
    if (!article?.content) return null;
    const { document: parsed } = parseHTML(`<body>${article.content}</body>`);
    const lines: HtmlLine[] = [];
    collectLines(parsed.body as unknown as Element, lines, { hint: null, heading: false }, 0);
    return lines.length > 0 ? new Set(lines.map(({ text }) => essence(text))) : null;
  } catch {
    return null;
  }
}

function essence(text: string): string {
  return text.replace(/\s+/g, '').slice(0, 120);
}
