/** The registry and the gazetteer as lists to type into: any name a thing has, with marks or without. */

import type { Gazetteer } from '../catalogue/gazetteer';
import { directiveLabel, plenumLabel } from '../domain/directive';
import type { Directive, Plenum } from '../domain/report';
import { fold } from '../vietnamese/fold';

export interface ListEntry {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  detail: string;
  /** Every name it goes by, folded. */
  names: string;
}

export interface DeskLists {
  /** Value: `binh-dinh` among the 63, or `nay:gia-lai` where only today's province is known. */
  provinces: ListEntry[];
  /** Value: code. */
  districts: (ListEntry & { province: string })[];
  /** Value: id of a document or a plenum. */
  documents: ListEntry[];
  /** Today's province of each of the 63. */
  currentOf: Record<string, string>;
}

/** Begins the value of a province of today whose former one is not known. */
export const TODAY_ONLY = 'nay:';

export function deskLists(
  { provinces, districts }: Pick<Gazetteer, 'provinces' | 'districts'>,
  directives: readonly Directive[],
  plenums: readonly Plenum[],
): DeskLists {
  const names = (...all: string[]) => all.map(fold).join(' | ');
  return {
    provinces: provinces.flatMap((today) => {
      const united = today.formerly.length > 1;
      const former = today.formerly.map(({ slug, name, aliases, weakAliases }) => ({
        value: slug,
        label: name,
        detail: !united ? '' : name === today.name ? 'địa giới trước 7/2025' : `nay thuộc ${today.name}`,
        names: names(name, ...aliases, ...weakAliases),
      }));
      if (!united) return former;
      const detail = 'tỉnh, thành phố ngày nay; chưa rõ tỉnh cũ';
      return [
        ...former,
        {
          value: TODAY_ONLY + today.slug,
          label: today.name,
          detail,
          names: names(today.name, ...today.aliases),
        },
      ];
    }),
    districts: districts.map(({ code, fullName, name, province, aliases = [] }) => ({
      value: code,
      label: fullName,
      detail: '',
      names: names(fullName, name, ...aliases),
      province,
    })),
    documents: [
      ...directives.map((one) => ({
        value: one.id,
        label: directiveLabel(one),
        detail: [one.term && `khóa ${one.term}`, one.title].filter(Boolean).join(', '),
        names: names(one.id, directiveLabel(one), one.shortName, one.title, ...one.aliases),
      })),
      ...plenums.map((one) => ({
        value: one.id,
        label: plenumLabel(one),
        detail: '',
        names: names(one.id, plenumLabel(one)),
      })),
    ],
    currentOf: Object.fromEntries(
      provinces.flatMap(({ slug, formerly }) => formerly.map((former) => [former.slug, slug])),
    ),
  };
}

/** So many entries are offered at a time. */
const OFFERED = 8;

/**
 * The entries that a typed text may mean: those whose names hold every word of it, marks or not, the last word
 * perhaps unfinished. One whose name begins with the text comes first; everything for an empty text.
 */
export function entriesFor<T extends ListEntry>(entries: readonly T[], typed: string): T[] {
  const text = fold(typed).trim();
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'));
  const found = entries.filter(({ names }) => patterns.every((pattern) => pattern.test(names)));
  const rank = ({ names }: T) => (names.split(' | ').includes(text) ? 0 : names.startsWith(text) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, OFFERED);
}
