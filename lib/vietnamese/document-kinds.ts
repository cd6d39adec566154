/** Kinds of Party and State document: how the registry calls them, the letters in their numbers, their words. */

export interface DocumentKind {
  /** What the registry calls it; kinds without one are only read. */
  value?: string;
  label?: string;
  /** Canonical letters in a number. */
  abbreviation: string;
  /** Letters as typed, a pattern, where they are more than the abbreviation's own. */
  typed?: string;
  /** The words that name it, a pattern for folded text and for text with its y left alone. */
  words?: string;
  /**
   * A bare number after the words is a document's: `chỉ thị 05`; or where nothing that could be counted follows:
   * `quy định 37 về …`, not `quy định 19 điều`; or only after `số`: `kế hoạch số 05`.
   */
  bare?: 'always' | 'uncounted' | 'with-so';
  /** Bodies below carry it out for years: `10 năm thực hiện Chỉ thị …`. */
  binding?: true;
}

/** Kinds of document, one table, those of the registry first and in the order of display. */
export const DOCUMENT_KINDS = [
  {
    value: 'nghi-quyet',
    label: 'Nghị quyết',
    abbreviation: 'NQ',
    words: 'nghi quyet',
    bare: 'always',
    binding: true,
  },
  {
    value: 'chi-thi',
    label: 'Chỉ thị',
    abbreviation: 'CT',
    words: 'ch[iu] thi',
    bare: 'always',
    binding: true,
  },
  {
    value: 'ket-luan',
    label: 'Kết luận',
    abbreviation: 'KL',
    words: 'ket luan',
    bare: 'always',
    binding: true,
  },
  {
    value: 'quy-dinh',
    label: 'Quy định',
    abbreviation: 'QĐ',
    typed: 'Q[ĐÐD]',
    words: 'qu[iy] dinh',
    bare: 'uncounted',
    binding: true,
  },
  { value: 'quyet-dinh', label: 'Quyết định', abbreviation: 'QĐ', words: 'quyet dinh', bare: 'with-so' },
  { value: 'huong-dan', label: 'Hướng dẫn', abbreviation: 'HD', words: 'huong dan', bare: 'with-so' },
  { value: 'ke-hoach', label: 'Kế hoạch', abbreviation: 'KH', words: 'ke hoach', bare: 'with-so' },
  { value: 'thong-bao', label: 'Thông báo', abbreviation: 'TB', words: 'thong bao', bare: 'with-so' },
  { value: 'cong-van', label: 'Công văn', abbreviation: 'CV', words: 'cong van', bare: 'with-so' },
  { abbreviation: 'QĐi', typed: 'Q[ĐÐD]i' },
  { abbreviation: 'QC', words: 'qu[iy] che', bare: 'with-so' },
  { abbreviation: 'TT', words: 'thong tri', bare: 'with-so' },
  { abbreviation: 'ĐA', words: 'de an', bare: 'with-so' },
  { abbreviation: 'CTr', words: 'chuong trinh', bare: 'with-so' },
  { abbreviation: 'CTHĐ' },
  { abbreviation: 'CTrHĐ' },
  { abbreviation: 'BC', words: 'bao cao', bare: 'with-so' },
  { abbreviation: 'NĐ' },
] as const satisfies readonly DocumentKind[];

/** The words of some kinds, as the alternatives of a pattern. */
export function wordsOf(kinds: readonly DocumentKind[]): string {
  return kinds.flatMap(({ words }) => words ?? []).join('|');
}

const KINDS: readonly DocumentKind[] = DOCUMENT_KINDS;

/** Alternatives of a pattern: the words for every kind, for those of the registry, for those carried out for years. */
export const DOCUMENT_WORDS = wordsOf(KINDS);
export const DIRECTIVE_WORDS = wordsOf(KINDS.filter(({ value }) => value));
export const BINDING_WORDS = wordsOf(KINDS.filter(({ binding }) => binding));
