import { describe, expect, it } from 'vitest';
import {
  ARRANGEMENTS,
  arrangedDocuments,
  documentPage,
  documentSlugs,
  slugOfOpenCitation,
} from './documents';
import { CORPUS } from './fixtures';
import { holdingsOf } from './holdings';

const holdings = holdingsOf(CORPUS);

describe('documentPage', () => {
  it('is a document, a plenum, or a number', () => {
    expect(documentPage('05-ct-tw-xii', holdings)?.kind).toBe('directive');
    expect(documentPage('nqtw6-xii', holdings)?.kind).toBe('plenum');
    expect(documentPage('khong-co', holdings)).toBeNull();
  });

  it('tells of a number that documents of two terms bear', () => {
    const page = documentPage('18-nq-tw', holdings);
    expect(page?.kind === 'number' && page.documents.map(({ slug }) => slug)).toEqual([
      '18-nq-tw-xii',
      '18-nq-tw-xiii',
    ]);
  });

  it('tells of a number cited and not resolved: who cites it, in which words, and who bears it', () => {
    const page = documentPage('43-nq-tw', holdings);
    expect(page).toMatchObject({ kind: 'number', number: '43-NQ/TW' });
    if (page?.kind !== 'number') return;
    expect(page.documents.map(({ slug }) => slug)).toEqual(['43-nq-tw-xiii']);
    expect(page.citations.map(({ holding }) => holding.report.id)).toEqual(['binh-dinh-nam-2020-c']);
  });

  it('is there for every slug that is listed', () => {
    for (const slug of documentSlugs(holdings)) expect(documentPage(slug, holdings), slug).not.toBeNull();
  });
});

it.each([
  ['Nghị quyết 43-NQ/TW ngày 24/01/2019', '43-nq-tw'],
  ['Nghị quyết số 58 của Bộ Chính trị', '58-nq-tw'],
  ['Chỉ thị 5-CT/TW', '05-ct-tw'],
  ['Kế hoạch 68 của Ban Thường vụ Tỉnh ủy', null],
  ['Kế hoạch số 68-KH/TU', null],
  ['Nghị quyết Đại hội lần thứ XXII Đảng bộ thành phố', null],
])('the page of “%s”, cited and not resolved', (asWritten, slug) => {
  expect(slugOfOpenCitation({ asWritten, id: null, certain: false })).toBe(slug);
});

it.each(ARRANGEMENTS)('every document stands under one heading, $label', ({ value }) => {
  const listed = arrangedDocuments(holdings, value).flatMap(({ documents }) => documents.map(({ id }) => id));
  expect(listed.toSorted()).toEqual(holdings.vocabulary.directives.map(({ id }) => id).toSorted());
});
