/**
 * HTML to lines: every visible block of the page is a line, as a browser would set it; Readability tells which of
 * them are the article. Scripts never run and nothing is fetched: linkedom only parses.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Hints } from '../page/clean';
import type { Metadata } from '../page/page';
import type { Decoded } from './decode';
import type { RawPage } from './read';

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
]);
const FURNITURE = new Set(['NAV', 'FOOTER', 'FORM', 'ASIDE']);
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|figcaption|photo-?desc|image-?desc|img-?desc|picbox|notebox|chu-?thich|captionimg|pcaption)/i;
/** Deeper nesting is cut: no real page has it, and a stack has an end. */
const DEEPEST = 400;

interface HtmlLine {
  text: string;
  hint: 'caption' | 'furniture' | null;
  heading: boolean;
}

export function readHtml({ text: html, encoding }: Decoded): RawPage {
  const { document } = parseHTML(html.replace(/<meta[^>]+charset[^>]*>/gi, ''));
  const metadata = readMetadata(document as unknown as Document);
  const lines: HtmlLine[] = [];
  const body = (document.body ?? document.documentElement) as unknown as Element | null;
  if (body) collectLines(body, lines, { hint: null, heading: false }, 0);
  const article = articleLines(document as unknown as Document);

  const hints = new Map<number, 'outside' | 'caption'>();
  let text = '';
  for (const line of lines) {
    if (line.hint === 'caption') hints.set(text.length, 'caption');
    else if (
      line.hint === 'furniture' ||
      (article && !line.heading && line.text.length > 60 && !article.has(essence(line.text)))
    )
      hints.set(text.length, 'outside');
    text += `${line.text}\n`;
  }
  return { text, metadata, hints: hints as Hints, encoding };
}

function readMetadata(document: Document): Metadata {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (value) return value.normalize('NFC');
    }
    return undefined;
  };
  const headline = document
    .querySelector('title')
    ?.textContent?.split(/\s+[|–-]\s+/)[0]
    ?.trim();
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  return {
    title: meta('og:title') ?? (headline ? headline.normalize('NFC') : undefined),
    author: meta('author', 'article:author'),
    siteName: meta('og:site_name'),
    url: address && /^https?:\/\//.test(address) ? address : undefined,
    published:
      meta('article:published_time', 'datePublished', 'pubdate', 'date') ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      undefined,
  };
}

function collectLines(
  element: Element,
  lines: HtmlLine[],
  inherited: Pick<HtmlLine, 'hint' | 'heading'>,
  depth: number,
): void {
  let open = '';
  const flush = (state: Pick<HtmlLine, 'hint' | 'heading'>) => {
    const text = open.replace(/\s+/g, ' ').trim();
    open = '';
    if (text) lines.push({ text, ...state });
  };
  const walk = (node: Node, state: Pick<HtmlLine, 'hint' | 'heading'>, level: number): void => {
    if (node.nodeType === 3) {
      open += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== 1 || level > DEEPEST) return;
    const child = node as Element;
    const tag = child.tagName.toUpperCase();
    if (
      HIDDEN.has(tag) ||
      child.hasAttribute('hidden') ||
      /display\s*:\s*none/i.test(child.getAttribute('style') ?? '')
    )
      return;
    const block = BLOCKS.has(tag);
    const next = stateOf(child, tag, state);
    if (block) flush(state);
    for (const grandchild of child.childNodes) walk(grandchild, next, level + 1);
    if (block) flush(next);
  };
  for (const child of element.childNodes) walk(child, inherited, depth);
  flush(inherited);
}

function stateOf(
  element: Element,
  tag: string,
  inherited: Pick<HtmlLine, 'hint' | 'heading'>,
): Pick<HtmlLine, 'hint' | 'heading'> {
  if (tag === 'FIGCAPTION' || CAPTION_CLASS.test(element.getAttribute('class') ?? ''))
    return { ...inherited, hint: 'caption' };
  if (FURNITURE.has(tag)) return { ...inherited, hint: 'furniture' };
  return /^H[1-3]$/.test(tag) ? { ...inherited, heading: true } : inherited;
}

/** The lines that Readability takes for the article; null where it finds none. */
function articleLines(document: Document): Set<string> | null {
  try {
    const article = new Readability(document.cloneNode(true) as Document, { charThreshold: 200 }).parse();
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
