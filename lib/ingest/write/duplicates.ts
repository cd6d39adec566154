/**
 * Pages that are in the catalogue already: the same address, or near-same text.
 *
 * A text is sketched by the smallest hashes of its runs of five syllables (bottom-k); two sketches agree about as far
 * as the texts do. A sketch has a fixed size, so memory holds some hundred bytes a report and no texts.
 */
import { bare } from '../page/text';

const SHINGLE = 5;
const SKETCH_SIZE = 96;
/** Smallest hashes by which sketches are looked up: near-same texts share one of them almost surely. */
const KEYS = 12;
/** Share of runs in common from which two pages are one. */
const NEAR_SAME = 0.75;

export interface Duplicate {
  /** Id, or file name, of the one that came first. */
  of: string;
  why: 'address' | 'text' | 'event';
}

/** What tells a conference: two pages of one place, day and period under nearly one title tell of the same. */
export interface Event {
  title: string;
  place: string | null;
  /** ISO, held or else published. */
  day: string | null;
  /** Kind, month and last year, in any one form. */
  period: string;
}

/** Share of the titles' words in common from which they are one title. */
const SAME_TITLE = 0.75;

export class DuplicateFinder {
  private readonly byAddress = new Map<string, string>();
  private readonly byEvent = new Map<string, { id: string; words: Set<string> }[]>();
  private readonly byHash = new Map<number, { id: string; sketch: Uint32Array }[]>();

  /** Takes a report in; `fullText` null where the catalogue keeps none. */
  add(id: string, url: string | null, fullText: string | null): void {
    if (url) this.byAddress.set(addressKey(url), id);
    const sketch = fullText === null ? null : sketchOf(fullText);
    if (!sketch) return;
    for (const hash of sketch.subarray(0, KEYS)) {
      const entries = this.byHash.get(hash);
      if (entries) entries.push({ id, sketch });
      else this.byHash.set(hash, [{ id, sketch }]);
    }
  }

  /** Takes in what a report tells of; nothing where its place or its day is not known. */
  addEvent(id: string, event: Event): void {
    const key = eventKey(event);
    if (key === null) return;
    this.byEvent.set(key, [...(this.byEvent.get(key) ?? []), { id, words: wordsOf(event.title) }]);
  }

  /** The report that a page repeats; null for a new one. */
  find(id: string, url: string | null, fullText: string, event?: Event): Duplicate | null {
    const sameAddress = url ? this.byAddress.get(addressKey(url)) : undefined;
    if (sameAddress && sameAddress !== id) return { of: sameAddress, why: 'address' };
    const sketch = sketchOf(fullText);
    for (const hash of sketch?.subarray(0, KEYS) ?? []) {
      for (const other of this.byHash.get(hash) ?? [])
        if (sketch && other.id !== id && likeness(sketch, other.sketch) >= NEAR_SAME)
          return { of: other.id, why: 'text' };
    }
    const key = event ? eventKey(event) : null;
    const words = wordsOf(event?.title ?? '');
    const told =
      key === null
        ? undefined
        : this.byEvent
            .get(key)
            ?.find((other) => other.id !== id && overlap(words, other.words) >= SAME_TITLE);
    return told ? { of: told.id, why: 'event' } : null;
  }
}

function eventKey({ place, day, period }: Event): string | null {
  return place && day ? `${place} ${day} ${period}` : null;
}

function wordsOf(title: string): Set<string> {
  return new Set(bare(title.normalize('NFC')).match(/[a-z0-9]+/g) ?? []);
}

/** Share of the words of both that both have, 0-1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** One page has one address, whatever the scheme, `www.`, the fragment and tracking marks. */
function addressKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/([?&])(?:utm_[a-z]+|fbclid|zarsrc)=[^&]*/g, '$1')
    .replace(/[?&/]+$/, '');
}

/** Null for a text too short to compare. */
function sketchOf(text: string): Uint32Array | null {
  const words = bare(text.normalize('NFC')).match(/[a-z0-9]+/g) ?? [];
  if (words.length < SHINGLE * 6) return null;
  const hashes = new Set<number>();
  const wordHashes = words.map(hashOf);
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + SHINGLE; next++)
      hash = Math.imul(hash ^ (wordHashes[next] ?? 0), 0x01000193);
    hashes.add(mix(hash));
  }
  return Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads a hash over all 32 bits, so that the smallest ones are a fair sample. */
function mix(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Estimate of the share of runs in common, 0-1: of the smallest hashes of both, those that both have. */
function likeness(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(SKETCH_SIZE, Math.max(a.length, b.length));
  let left = 0;
  let right = 0;
  let union = 0;
  let shared = 0;
  while (union < size && (left < a.length || right < b.length)) {
    const one = a[left] ?? Number.POSITIVE_INFINITY;
    const other = b[right] ?? Number.POSITIVE_INFINITY;
    if (one === other) shared++;
    if (one <= other) left++;
    if (other <= one) right++;
    union++;
  }
  return union === 0 ? 0 : shared / union;
}
