import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import type { Report } from '../../domain/report';
import { parseQuery } from '../../search/query';
import { atomFeed, feedQuery } from './atom';
import { REPORT, resultOf, SITE, VOCABULARY } from './fixtures';
import { feedHref } from './links';

interface Node {
  localName: string;
  textContent: string;
  children: Node[];
  getAttribute(name: string): string | null;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads a feed and checks what RFC 4287 asks of every one; throws what is wrong. */
function readFeed(xml: string): { feed: Node; entries: Node[] } {
  expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')).toBe(true);
  const feed = new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as Node;
  expect(feed.localName).toBe('feed');
  expect(feed.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
  const entries = feed.children.filter((node) => node.localName === 'entry');
  for (const node of [feed, ...entries]) {
    const named = (name: string) => node.children.filter((child) => child.localName === name);
    // Sections 4.1.1 and 4.1.2: exactly one each.
    for (const name of ['id', 'title', 'updated']) expect(named(name), name).toHaveLength(1);
    expect(named('author').length, 'author').toBeGreaterThan(0);
    for (const author of named('author')) {
      expect(author.children.map((child) => child.localName)).toEqual(['name']);
      expect(author.textContent.trim()).not.toBe('');
    }
    expect(URL.canParse(named('id')[0]?.textContent ?? '')).toBe(true);
    for (const date of [...named('updated'), ...named('published')]) {
      expect(date.textContent).toMatch(RFC3339);
      expect(Number.isNaN(Date.parse(date.textContent))).toBe(false);
    }
    for (const link of named('link')) {
      expect(/^https?:\/\//.test(link.getAttribute('href') ?? '')).toBe(true);
      expect(URL.canParse(link.getAttribute('href') ?? '')).toBe(true);
    }
    const alternates = named('link').filter((link) => link.getAttribute('rel') === 'alternate');
    expect(alternates, 'one alternate of a type and language').toHaveLength(1);
    for (const child of node.children) {
      expect([
        'id',
        'title',
        'subtitle',
        'updated',
        'published',
        'author',
        'rights',
        'link',
        'summary',
        'entry',
      ]).toContain(child.localName);
    }
    expect(named('summary').length).toBeLessThanOrEqual(1);
    expect(named('published').length).toBeLessThanOrEqual(1);
  }
  expect(feed.children.filter((node) => node.getAttribute('rel') === 'self')).toHaveLength(1);
  const ids = [feed, ...entries].map((node) => field(node, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  return { feed, entries };
}

function field(node: Node, name: string): string | undefined {
  return node.children.find((child) => child.localName === name)?.textContent;
}

/** The parser leaves references in attributes as they are. */
function link(node: Node, rel: string): string | undefined {
  const href = node.children.find((child) => child.getAttribute('rel') === rel)?.getAttribute('href');
  expect(href).not.toMatch(/&(?!amp;)/);
  return href?.replaceAll('&amp;', '&');
}

const of = (queryString: string, reports: readonly Report[], site = SITE) => {
  const { query } = parseQuery(queryString, VOCABULARY);
  const result = { ...resultOf(queryString, reports.length), state: feedQuery(query) };
  return readFeed(atomFeed(result, reports, site));
};

const OTHER: Report = { ...REPORT, id: 'other', publishedOn: null, heldOn: '2021-02-03', author: 'Thu Hà' };

test('a feed of two reports', () => {
  const { feed, entries } = of('q=tuyên giáo&tinh=gia-lai&trang=3', [OTHER, REPORT]);
  expect(field(feed, 'title')).toBe('Tra cứu báo cáo: “tuyên giáo” · Gia Lai');
  expect(field(feed, 'updated')).toBe('2021-02-02T17:00:00Z');
  const search = 'q=tuy%C3%AAn+gi%C3%A1o&tinh=gia-lai';
  expect(link(feed, 'self')).toBe(`https://bao-cao.example/tin.atom?${search}`);
  expect(link(feed, 'alternate')).toBe(`https://bao-cao.example/?${search}&sap-xep=moi-nhat`);
  expect(entries.map((entry) => field(entry, 'title'))).toEqual([REPORT.title, REPORT.title]);
  expect(entries.map((entry) => field(entry, 'published'))).toEqual([undefined, '2020-07-13T17:00:00Z']);
  expect(entries.map((entry) => field(entry, 'author'))).toEqual(['Thu Hà', 'Báo Bình Định']);
  expect(entries.map((entry) => link(entry, 'alternate'))).toEqual([
    'https://bao-cao.example/bao-cao/other',
    `https://bao-cao.example/bao-cao/${REPORT.id}`,
  ]);
  expect(link(entries[1] as Node, 'via')).toBe(REPORT.url);
});

test('ids do not depend on the host, and two searches differ', () => {
  const ids = (queryString: string, site: URL) => {
    const { feed, entries } = of(queryString, [REPORT], site);
    return [feed, ...entries].map((node) => field(node, 'id'));
  };
  const here = ids('tinh=hue', SITE);
  expect(here).toEqual(ids('tinh=hue', new URL('http://localhost:3131')));
  const there = ids('tinh=ha-noi', SITE);
  expect(there[0]).not.toBe(here[0]);
  expect(there[1]).toBe(here[1]);
  // The name-based UUID of `/bao-cao/other`, as Python's uuid.uuid5(uuid.NAMESPACE_URL, …) gives it.
  expect(field(of('', [OTHER]).entries[0] as Node, 'id')).toBe(
    'urn:uuid:87a0e403-7894-5539-b3dd-c9c3dec29aea',
  );
});

test('a record is as new as its last change, else as its coming into the catalogue', () => {
  const added: Report = { ...REPORT, addedOn: '2026-11-22' };
  const changed: Report = { ...OTHER, addedOn: '2026-11-22', modifiedOn: '2026-11-25' };
  const { feed, entries } = of('', [added, changed]);
  expect(entries.map((entry) => field(entry, 'updated'))).toEqual([
    '2026-11-21T17:00:00Z',
    '2026-11-24T17:00:00Z',
  ]);
  expect(field(feed, 'updated')).toBe('2026-11-24T17:00:00Z');
  expect(field(feed, 'rights')).toMatch(/^CC BY 4\.0 \(https:/);
});

test('a feed of nothing is a feed', () => {
  const { feed, entries } = of('tinh=hue', []);
  expect(entries).toHaveLength(0);
  expect(field(feed, 'subtitle')).toBe('Không có báo cáo');
});

test('a report of which no day is known, and one of which the period is', () => {
  const undated: Report = {
    ...REPORT,
    publishedOn: null,
    heldOn: null,
    period: null,
    url: null,
    abstract: '',
  };
  const may: Report = { ...undated, id: 'may', period: { kind: 'thang', year: 2018, month: 5 } };
  const { entries } = of('', [may, undated]);
  expect(entries.map((entry) => field(entry, 'updated'))).toEqual([
    '2018-04-30T17:00:00Z',
    '1970-01-01T00:00:00Z',
  ]);
});

test('any title is a valid feed and comes back as it was', () => {
  const sign = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '&amp;',
    'ề',
    '\u0000',
    '\ud800',
    '\ufffe',
    'a',
  );
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1 }), (title) => {
      const { entries } = of('', [{ ...REPORT, title, abstract: title }]);
      const kept = title.toWellFormed().replaceAll('\u0000', '').replaceAll('\ufffe', '');
      expect(field(entries[0] as Node, 'title')).toBe(kept);
    }),
    { numRuns: 60 },
  );
});

test('the address of a feed says neither order nor page', () => {
  const href = (queryString: string) => feedHref(parseQuery(queryString, VOCABULARY).query);
  expect(href('')).toBe('/tin.atom');
  expect(href('sap-xep=cu-nhat&trang=2')).toBe('/tin.atom');
  expect(href('q=a&sap-xep=moi-nhat&tinh=hue')).toBe('/tin.atom?q=a&tinh=hue');
});
