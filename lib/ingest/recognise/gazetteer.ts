/** Place names in running text: which units a name may stand for, and what word stands before it. */
import type { Gazetteer } from '../../catalogue/gazetteer';
import { spelling } from '../../vietnamese/fold';
import { remembered } from '../../vietnamese/remembered';
import { bare, type Span } from '../page/text';

export type Rank = 'tinh' | 'huyen' | 'xa';

/** One unit that a name may mean. Old and new provinces are two namespaces. */
export interface Unit {
  rank: Rank;
  /** `new`: a unit of after 2025-07-01. */
  era: 'old' | 'new';
  name: string;
  /** Bare words of its kind: `huyen`, `thi xa`, `phuong`, `tinh`, `thanh pho`. */
  type: string;
  /** Slug among the 63 (for a new province: null, several merged). */
  province: string | null;
  /** Slug among today's 34. */
  currentProvince: string;
  districtCode: string | null;
}

/** A place name as it stands in a text. */
export interface Mention extends Span {
  units: Unit[];
  /** Bare word(s) before the name that say what it is: `huyen`, `tinh uy`, `thi tran`; null when none. */
  prefix: string | null;
  /** The name is one that is a place only beside a second signal (`Thủ đô`, `Vũng Tàu`). */
  weak: boolean;
}

export interface PlaceIndex {
  /** Units by bare name without punctuation. */
  byName: Map<string, { unit: Unit; spelling: string; weak: boolean }[]>;
  districts: Map<string, { name: string; fullName: string; type: string; province: string }>;
  /** Old slug to today's. */
  currentOf: Map<string, string>;
  /** Today's slug to the old ones in it. */
  formerOf: Map<string, string[]>;
  names: Map<string, string>;
  properNames: string[];
}

const COMMUNE_TYPES = { x: 'xa', p: 'phuong', t: 'thi tran', d: 'dac khu' } as const;

export function indexPlaces(gazetteer: Gazetteer): PlaceIndex {
  const index: PlaceIndex = {
    byName: new Map(),
    districts: new Map(),
    currentOf: new Map(),
    formerOf: new Map(),
    names: new Map(),
    properNames: [],
  };
  const add = (name: string, unit: Unit, weak = false) => {
    const key = nameKey(bare(name.normalize('NFC')));
    const entries = index.byName.get(key) ?? [];
    const spelt = spelling(name);
    if (!entries.some((entry) => entry.spelling === spelt && entry.unit === unit))
      entries.push({ unit, spelling: nameKey(spelt), weak });
    index.byName.set(key, entries);
  };

  for (const province of gazetteer.provinces) {
    index.formerOf.set(
      province.slug,
      province.formerly.map(({ slug }) => slug),
    );
    const merged = province.formerly.length > 1;
    const typeOf = (fullName: string) => (/^thành phố/i.test(fullName) ? 'thanh pho' : 'tinh');
    for (const former of province.formerly) {
      index.currentOf.set(former.slug, province.slug);
      index.names.set(former.slug, former.name);
      index.properNames.push(former.name);
      const unit: Unit = {
        rank: 'tinh',
        era: 'old',
        name: former.name,
        type: typeOf(former.fullName),
        province: former.slug,
        currentProvince: province.slug,
        districtCode: null,
      };
      for (const name of [former.name, ...former.aliases]) add(name, unit, former.weakAliases.includes(name));
      for (const name of former.weakAliases) add(name, unit, true);
    }
    const unit: Unit = {
      rank: 'tinh',
      era: 'new',
      name: province.name,
      type: typeOf(province.fullName),
      province: merged ? null : (province.formerly[0]?.slug ?? null),
      currentProvince: province.slug,
      districtCode: null,
    };
    for (const name of [province.name, ...province.aliases])
      add(name, unit, province.weakAliases.includes(name));
  }
  const districts = [
    ...gazetteer.districts,
    ...gazetteer.historical.districts.map((district) => ({ ...district, code: district.code ?? null })),
  ];
  for (const { name, fullName, province, code } of districts) {
    const type = bare(fullName.slice(0, fullName.length - name.length).trim());
    const currentProvince = index.currentOf.get(province) ?? province;
    if (code && !index.districts.has(code)) index.districts.set(code, { name, fullName, type, province });
    index.properNames.push(name);
    add(name, { rank: 'huyen', era: 'old', name, type, province, currentProvince, districtCode: code });
  }
  for (const { name, type, districtCode } of [...gazetteer.communes, ...gazetteer.historical.communes]) {
    const district = index.districts.get(districtCode);
    if (!district) continue;
    add(name, {
      rank: 'xa',
      era: 'old',
      name,
      type: COMMUNE_TYPES[type],
      province: district.province,
      currentProvince: index.currentOf.get(district.province) ?? district.province,
      districtCode,
    });
  }
  for (const { name, type, formerProvince, districtCode } of gazetteer.newCommunes)
    add(name, {
      rank: 'xa',
      era: 'new',
      name,
      type: COMMUNE_TYPES[type],
      province: formerProvince,
      currentProvince: index.currentOf.get(formerProvince) ?? formerProvince,
      districtCode,
    });
  return index;
}

function nameKey(name: string): string {
  if (!UNEVEN.test(name)) return name;
  return name
    .replace(/['’ʼ`._]/g, '')
    .replace(/ ?[-\u2010-\u2015] ?/g, ' ')
    .replace(/\s+/g, ' ');
}

const spellingOf = remembered(spelling, 40, 20_000);

/** Anything that `nameKey` would change. */
const UNEVEN = /['’ʼ`._\-\u2010-\u2015]|\s\s|[^\S ]/;

const PREFIX =
  /(?:^|[^a-z])((?:tinh|thanh|huyen|quan|thi|dang) uy|dang bo|tinh|thanh pho|tp\.?|t\.p\.?|huyen|quan|thi xa|tx\.?|thi tran|tt\.?|phuong|xa|dac khu|cac xa|cac phuong|cac huyen|dang uy (?:xa|phuong|thi tran)|(?:tinh|thanh|huyen|quan|thi) doan|ban quan ly|duong|pho|truong|cau|song|nui|ho|cho|khu cong nghiep|lang|bao|doc lap) ?$/;
const LONGEST_NAME = 6;
const WORD = /\p{Lu}[\p{L}\p{M}'’ʼ.]*|\d+/gu;

/**
 * Every place name in `text[from, to)`, longest first, in order. Names must be written with capitals; in a text
 * without any marks the bare spelling is enough.
 */
export function placesIn(
  text: string,
  bareText: string,
  from: number,
  to: number,
  index: PlaceIndex,
  plain: boolean,
): Mention[] {
  const words: Span[] = [];
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match && match.index < to; match = WORD.exec(text)) {
    const before = text.charCodeAt(match.index - 1);
    if (match.index > from && isLetter(before)) continue;
    const trimmed = match[0].replace(/\.$/, '');
    words.push({ start: match.index, end: match.index + trimmed.length });
  }
  const mentions: Mention[] = [];
  for (let first = 0; first < words.length; first++) {
    const start = words[first]?.start ?? 0;
    let run = first;
    while (
      run + 1 < words.length &&
      run - first + 1 < LONGEST_NAME &&
      joined(text, words[run]?.end ?? 0, words[run + 1]?.start ?? 0)
    )
      run++;
    for (let last = run; last >= first; last--) {
      const end = words[last]?.end ?? start;
      const entries = index.byName.get(nameKey(bareText.slice(start, end)));
      if (!entries) continue;
      const spelt = plain ? null : nameKey(spellingOf(text.slice(start, end)));
      const spelled = entries.filter((entry) => spelt === null || entry.spelling === spelt);
      if (spelled.length === 0) continue;
      const before = bareText.slice(Math.max(0, start - 24), start);
      const prefix = PREFIX.exec(before)?.[1] ?? inheritedPrefix(mentions.at(-1), bareText, start);
      // Communes called Tư, Lim or 7 are places only after their kind.
      const kindSaid = /^(?:cac )?(?:xa|phuong|thi tran|tt\b)|^dang uy/.test(prefix ?? '');
      const hits = spelled.filter(({ unit }) => unit.rank !== 'xa' || first !== last || kindSaid);
      if (hits.length === 0) continue;
      mentions.push({
        units: hits.map((hit) => hit.unit),
        prefix,
        weak: hits.every((hit) => hit.weak),
        start,
        end,
      });
      first = last;
      break;
    }
  }
  return mentions;
}

/** `các xã An Vinh, An Toàn và An Nghĩa`: the word before the first name serves the others. */
function inheritedPrefix(previous: Mention | undefined, bareText: string, start: number): string | null {
  if (!previous?.prefix || !/^(?:cac )?(?:xa|phuong|huyen|quan|thi tran|tinh)s?$/.test(previous.prefix))
    return null;
  return /^(?:, |; | va |, va | - )$/.test(bareText.slice(previous.end, start)) ? previous.prefix : null;
}

function joined(text: string, end: number, start: number): boolean {
  const gap = text.slice(end, start);
  return (
    gap === ' ' || gap === ' - ' || gap === ' – ' || gap === '-' || gap === '–' || gap === '. ' || gap === '.'
  );
}

function isLetter(code: number): boolean {
  return (code > 64 && code < 91) || (code > 96 && code < 123) || code > 191;
}
