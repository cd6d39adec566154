/** Marks found words in a page by the browser's own highlights: the document itself stays as it was sent. */
import { spelling } from '@/lib/vietnamese/fold';
import './highlight.css';

/** Parts of the page that are searched, and so marked. */
const PARTS = '[data-searched]';
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/** Marks every run of syllables spelled as one of the given texts, in either case; nothing where the browser cannot. */
export function highlight(found: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const runs = found.map((text) => spelling(text).match(TOKEN) ?? []).filter((run) => run.length > 0);
  const ranges = [...document.querySelectorAll(PARTS)].flatMap((part) => rangesIn(part, runs));
  CSS.highlights.set('found', new Highlight(...ranges));
}

function rangesIn(part: Element, runs: readonly string[][]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const tokens = [...(node.nodeValue ?? '').matchAll(TOKEN)].map(({ 0: word, index }) => ({
      spelled: spelling(word),
      start: index,
      end: index + word.length,
    }));
    for (const run of runs) {
      tokens.forEach((first, i) => {
        const last = tokens[i + run.length - 1];
        if (!last || !run.every((syllable, k) => tokens[i + k]?.spelled === syllable)) return;
        const range = document.createRange();
        range.setStart(node, first.start);
        range.setEnd(node, last.end);
        ranges.push(range);
      });
    }
  }
  return ranges;
}
