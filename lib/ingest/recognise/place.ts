/**
 * Where: the place of the body that held the conference, not one mentioned in passing. Signals in order of trust:
 *
 *   1 the body's own name          Ban Tuyên giáo Tỉnh ủy Thái Nguyên
 *   2 dateline                     BBK - …, (Haiphong.gov.vn) - …
 *   3 headline and site            "Hưng Yên: …", address, banner, copyright line
 *   4 committees, districts and communes that the article names
 *
 * A lower signal chooses among what a higher one leaves open (ten districts are called Châu Thành); it never
 * overrules it. What stays open stays empty, with the candidates in a warning.
 */

import { type Line, linesOf, type Page } from '../page/page';
import { bare, type Span } from '../page/text';
import { type Candidate, type Finding, found, MOST_CANDIDATES, type Warning } from './finding';
import type { Mention, PlaceIndex, Unit } from './gazetteer';
import { placesIn } from './gazetteer';
import type { Organizer } from './organization';

export interface Place {
  province: string | null;
  currentProvince: string | null;
  district: string | null;
  districtCode: string | null;
  /** The name to complete a bare `Tỉnh ủy` with: only what the page itself says. */
  said: string | null;
  /** A `Thành ủy` of a city that is a province. */
  cityIsProvince: boolean;
}

/** The whole country, or nowhere that the page settles. */
export const NOWHERE: Place = {
  province: null,
  currentProvince: null,
  district: null,
  districtCode: null,
  said: null,
  cityIsProvince: false,
};
/** Day on which 34 provinces replaced 63 and districts ceased to be. */
export const MERGER = '2025-07-01';

const OF_NO_PROVINCE =
  /\btrung uong\b|\bviet nam\b|\bquan (?:khu|doan)\b|\bsu doan\b|\bvung \d|\bhai quan\b|\bquan uy trung uong|^cum .*(?:mien|khu vuc|dong bang|cac tinh)|\bcac co quan dang\b|^(?:ban tuyen giao )?(?:cac )?(?:\d+ )?(?:tinh|cac tinh),? .*(?:khu vuc|mien|dong bang)/;

/** Short names that newspapers and stations sign their datelines with. */
const DATELINES: Record<string, string> = {
  abo: 'tien-giang',
  ago: 'an-giang',
  bbk: 'bac-kan',
  bdo: 'binh-duong',
  bgdt: 'bac-giang',
  bhg: 'ha-giang',
  blc: 'lai-chau',
  bna: 'nghe-an',
  bpo: 'binh-phuoc',
  bqn: 'quang-ninh',
  btno: 'tay-ninh',
  bto: 'binh-thuan',
  cmo: 'ca-mau',
  dbp: 'dien-bien',
  dno: 'da-nang',
  dto: 'dong-thap',
  glo: 'gia-lai',
  hbdt: 'hoa-binh',
  hgdt: 'ha-giang',
  hgo: 'hau-giang',
  hgtv: 'hau-giang',
  hnmo: 'ha-noi',
  hnp: 'ha-noi',
  hpdt: 'hai-phong',
  kgo: 'kien-giang',
  kinhtedothi: 'ha-noi',
  kto: 'kon-tum',
  lcdt: 'lao-cai',
  lso: 'lang-son',
  nto: 'ninh-thuan',
  pyo: 'phu-yen',
  qbdt: 'quang-binh',
  qbtv: 'quang-binh',
  qno: 'quang-nam',
  qto: 'quang-tri',
  qtv: 'quang-ninh',
  sggp: 'tp-ho-chi-minh',
  slo: 'son-la',
  sto: 'soc-trang',
  thbt: 'ben-tre',
  tho: 'thanh-hoa',
  tqdt: 'tuyen-quang',
  ttv: 'tuyen-quang',
  tth: 'hue',
  vlo: 'vinh-long',
  ybdt: 'yen-bai',
};

interface Signal extends Span {
  units: Unit[];
  /** The page says the name, and a bare committee may be completed with it. */
  said: string | null;
}

/** Reads where the organizer belongs. `day` (ISO, when known) tells old units from new. */
export function findPlace(
  page: Page,
  organizer: Organizer | null,
  day: string | null,
  places: PlaceIndex,
  plain: boolean,
): Finding<Place> {
  if (organizer?.committee === 'trung-uong') return found(NOWHERE, organizer);
  // A block of central agencies, a military region: of no province, wherever it met.
  if (organizer?.committee === 'khac' && OF_NO_PROVINCE.test(bare(organizer.text)))
    return found(NOWHERE, organizer);
  const era = day !== null && day >= MERGER ? 'new' : 'old';
  const read = (line: Pick<Line, 'start' | 'end'>) =>
    placesIn(page.source.text, page.source.bare, line.start, line.end, places, plain);

  const own = organizer ? ownPlace(organizer, page, read) : [];
  const site = siteSignals(page, places, read);
  const article = linesOf(page, 'title', 'body').map((line) => ({ line, mentions: read(line) }));
  const mentions = article.flatMap((entry) => entry.mentions);

  const reading: Reading = { page, organizer, era, day, places, own, site, mentions };
  const finding = settle(reading);
  return { ...finding, candidates: otherPlaces(reading, finding.value) };
}

/** Places that the organizer's name, the site and the article name, most trusted first; without the one taken. */
function otherPlaces({ own, site, mentions, era, page }: Reading, taken: Place): Candidate<Place>[] {
  const named = mentions.filter(({ weak, prefix, start }) => {
    const before = page.source.bare.slice(Math.max(0, start - 12), start);
    return (
      !weak && !STREET.test(prefix ?? '') && (isLowerPrefix(prefix) || /\b(?:tinh|uy|pho) $/.test(before))
    );
  });
  const seen = new Set([`${taken.province} ${taken.district}`]);
  return [...own, ...site, ...named]
    .flatMap(({ units, start, end }) =>
      units
        .filter((unit) => unit.rank !== 'xa' && (unit.rank === 'tinh' || era === 'old'))
        .map((unit) => ({ unit, span: end > start ? { start, end } : null })),
    )
    .flatMap(({ unit: { rank, name, province, currentProvince, districtCode, type }, span }) => {
      const district = rank === 'huyen' ? name : null;
      const key = `${province} ${district}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const cityIsProvince = rank === 'tinh' && type === 'thanh pho';
      const code = rank === 'huyen' ? districtCode : null;
      return [
        { value: placeOf({ province, currentProvince, district, districtCode: code, cityIsProvince }), span },
      ];
    })
    .slice(0, MOST_CANDIDATES);
}

interface Reading {
  page: Page;
  organizer: Organizer | null;
  era: 'old' | 'new';
  day: string | null;
  places: PlaceIndex;
  own: Mention[];
  site: Signal[];
  mentions: Mention[];
}

function settle(reading: Reading): Finding<Place> {
  const { organizer } = reading;
  const rank = wantedRank(organizer);
  if (rank === 'xa') return settleCommune(reading);
  if (rank === 'huyen') return settleDistrict(reading);
  if (organizer?.committee === 'thanh-uy') return settleCity(reading);
  return settleProvince(reading);
}

function wantedRank(organizer: Organizer | null): 'tinh' | 'huyen' | 'xa' | null {
  switch (organizer?.committee) {
    case 'huyen-uy':
    case 'quan-uy':
    case 'thi-uy':
      return 'huyen';
    case 'dang-uy-xa':
      return 'xa';
    case 'tinh-uy':
      return 'tinh';
    default:
      return null;
  }
}

/** Names inside and right after the organizer's words, and of bodies that hold the conference with it. */
function ownPlace(organizer: Organizer, page: Page, read: (line: Span) => Mention[]): Mention[] {
  const line = page.lines.find((one) => one.start <= organizer.start && organizer.end <= one.end);
  const after = line ? page.source.bare.slice(organizer.reach, Math.min(line.end, organizer.reach + 60)) : '';
  // `phường Dĩ An, TP.HCM`, `Huyện ủy Châu Thành (Tiền Giang)`: the province may follow the name.
  const tail =
    /^(?:,? (?:huyen|quan|thi xa|thanh pho|tp|tinh)\b[^,.;]{2,40}|,? ?tp\.? ?hcm|,? ?tphcm| \([^)]{3,50}\)){1,2}/.exec(
      after,
    );
  // `Ban Chỉ đạo Cuộc vận động “… đạo đức Hồ Chí Minh” tỉnh …`: no place stands in quotation marks.
  const isQuoted = ({ start }: Mention) => /[“"][^”"]*$/.test(page.source.text.slice(organizer.start, start));
  const own = read({ start: organizer.start, end: organizer.reach + (tail?.[0].length ?? 0) }).filter(
    (mention) => !isQuoted(mention),
  );
  if (!line || own.some((mention) => mention.units.some((unit) => unit.rank === 'tinh'))) return own;
  // `Ban Tuyên giáo Tỉnh ủy phối hợp Sở …, Hội Nhà báo tỉnh Quảng Ngãi`
  const partners = read({ start: organizer.reach, end: Math.min(line.end, organizer.reach + 200) }).filter(
    (mention) =>
      /(?:hoi nha bao|ubnd|uy ban nhan dan|mttq(?: viet nam)?|mat tran to quoc(?: viet nam)?|\bso [a-z ,]{5,50}) (?:tinh|thanh pho|tp\.?) $/.test(
        page.source.bare.slice(Math.max(0, mention.start - 80), mention.start),
      ),
  );
  return [...own, ...partners];
}

/** What the dateline, the headline's beginning and the site say, most trusted first. */
function siteSignals(page: Page, places: PlaceIndex, read: (line: Span) => Mention[]): Signal[] {
  const signals: Signal[] = [];
  const ofSlug = (slug: string): Unit[] =>
    [...(places.byName.get(nameOf(places, slug)) ?? [])]
      .map((entry) => entry.unit)
      .filter((unit) => unit.rank === 'tinh' && (unit.province === slug || unit.currentProvince === slug));
  const addSlug = (slug: string, span: Span) => {
    const units = ofSlug(slug);
    if (units.length > 0) signals.push({ units, said: places.names.get(slug) ?? null, ...span });
  };
  const addMentions = (line: Span, ranks: readonly Unit['rank'][]) => {
    for (const mention of read(line)) {
      const units = mention.units.filter((unit) => ranks.includes(unit.rank));
      if (units.length > 0 && !mention.weak)
        signals.push({ units, said: units[0]?.name ?? null, start: mention.start, end: mention.end });
    }
  };

  const [lead] = linesOf(page, 'body');
  const dateline = lead && /^(?:\(([a-z0-9.đ]{3,24})\)|([a-z0-9.đ]{3,24})\s?[-–:])\s?/.exec(lead.bare);
  if (lead && dateline) {
    const span = { start: lead.start, end: lead.start + dateline[0].trimEnd().length };
    const sign = dateline[1] ?? dateline[2] ?? '';
    const slug = DATELINES[sign] ?? hostProvince(sign, places);
    if (slug) addSlug(slug, span);
  }
  for (const title of linesOf(page, 'title')) {
    const [first] = read(title);
    // `Hưng Yên: …`, `Hưng Yên tổng kết …`, `Huyện An Lão sơ kết …`: the headline begins with its place.
    const before = first ? page.source.bare.slice(title.start, first.start) : '';
    if (
      first &&
      !first.weak &&
      /^(?:(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|nganh tuyen giao|tuyen giao) ?)?$/.test(before)
    )
      signals.push({
        units: first.units,
        said: first.units[0]?.name ?? null,
        start: first.start,
        end: first.end,
      });
  }
  const addHost = (host: string, span: Span) => {
    const slug = hostProvince(host, places);
    if (!slug) return;
    // `lamthao.phutho.gov.vn`: what is of the district is of its province.
    const units = hostDistricts(host, slug, places);
    if (units.length > 0) signals.push({ units, said: units[0]?.name ?? null, ...span });
    addSlug(slug, span);
  };
  for (const host of [page.url, page.metadata.url, page.metadata.siteName])
    if (host) addHost(host, { start: 0, end: 0 });
  const ofSite = SITE_NAME.exec(bare(page.metadata.title ?? ''))?.[0];
  const named = ofSite && hostProvince(ofSite, places);
  if (named) addSlug(named, { start: 0, end: 0 });
  let inLinks = false;
  for (const line of page.lines) {
    if (line.role === 'body' || line.role === 'caption' || line.role === 'title') {
      inLinks = false;
      continue;
    }
    if (/^(?:lien ket|-- ?chon|chon (?:lien|web)|website (?:lien|khac))/.test(line.bare)) inLinks = true;
    if (/^(?:co quan|ban quyen|tru so|dia chi|truong ban|tong bien|giay phep|©)/.test(line.bare))
      inLinks = false;
    if (inLinks) continue;
    for (const { 0: host, index } of line.bare.matchAll(/[a-z0-9.-]+\.(?:gov\.vn|vn|com|org|net)\b/g)) {
      addHost(host, { start: line.start + index, end: line.start + index + host.length });
    }
    if (IMPRINT.test(line.bare) && line.bare.length < 220) addMentions(line, ['tinh', 'huyen']);
  }
  // What the address says, the page often says in words too: those are the evidence.
  return signals.map((signal) => {
    if (signal.end > signal.start) return signal;
    const same = ({ units }: { units: Unit[] }) =>
      units.some((unit) =>
        signal.units.some(({ rank, province }) => rank === unit.rank && province === unit.province),
      );
    const said =
      signals.find((other) => other.end > other.start && same(other)) ??
      linesOf(page, 'title', 'body').flatMap(read).find(same);
    return said ? { ...signal, start: said.start, end: said.end } : signal;
  });
}

/** `… - Tuổi trẻ Bà Rịa - Vũng Tàu`: what a page's title says of the site, at its end or alone. */
const SITE_NAME =
  /(?:^|[-–|] )(?:bao|cong|trang|dai|tuoi tre|ban tuyen giao|tinh (?:uy|doan)|dang bo|so|website)\b[a-z ,&–-]{4,80}$/;

/** Lines in which a site says whose it is. */
const IMPRINT =
  /^(?:[a-z]{2,6} ?- ?)?(?:tuoi tre (?!tre)|tinh doan|ma qr code .*fanpage|(?:cong|trang) (?:thong tin|tin tuc|ttdt|tin)|fanpage|(?:©|ban quyen|copyright)|co quan (?:chu quan|quan ly|cua|ngon luan)|bao (?!dien tu (?:nhan dan|dang))|dai (?:phat|truyen)|tap chi|giay phep|toa soan|dia chi|tru so|don vi (?:quan ly|chu quan)|ban bien tap|chiu trach nhiem|tieng noi|dang bo (?:tinh|thanh pho|huyen)|dang uy (?:khoi|xa|phuong)|ban tuyen giao|huyen uy|tinh uy|thanh uy|quan uy|thi uy|ubnd|uy ban)/;

/** `haiphong.gov.vn`, `baolamdong.vn`, `anlao.binhdinh.gov.vn` → the province whose name the host spells. */
function hostProvince(host: string, places: PlaceIndex): string | null {
  const letters =
    bare(host.toLowerCase())
      .replace(/^https?:\/\//, '')
      .split('/')[0]
      ?.replace(/[^a-z.]/g, '') ?? '';
  if (/tphcm|hochiminhcity|saigon/.test(letters)) return 'tp-ho-chi-minh';
  if (/\bbrvt\b|bariavungtau|baobariavungtau/.test(letters)) return 'ba-ria-vung-tau';
  if (/thuathienhue/.test(letters)) return 'hue';
  let best: string | null = null;
  for (const slug of places.names.keys()) {
    const glued = slug.replace(/-/g, '');
    if (slug === 'hue' ? /\bhue\b|baothuathienhue/.test(letters) : letters.includes(glued))
      if (!best || glued.length > best.replace(/-/g, '').length) best = slug;
  }
  return best;
}

/** What sites put before the name of a district in their hosts. */
const HOST_PREFIX =
  /^(?:huyenuy|thanhuy|thiuy|quanuy|huyen|thanhpho|thixa|quan|tp|tx|dangbo|tuyengiao|btg|bao)?/;

/** The districts of a province that a host names: `huyenuybudang.binhphuoc.vn`, `lamthao.phutho.gov.vn`. */
function hostDistricts(host: string, province: string, { districts, byName }: PlaceIndex): Unit[] {
  const [label, ...rest] =
    host
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/:]/)[0]
      ?.split('.') ?? [];
  if (!label || rest.length < 2) return [];
  const said = label.replace(HOST_PREFIX, '');
  return [...districts.values()].flatMap((district) => {
    if (district.province !== province) return [];
    const name = bare(district.name.replace(/[-–.']/g, ' ').replace(/\s+/g, ' '));
    if (name.replace(/ /g, '') !== said && name.replace(/ /g, '') !== label) return [];
    return (byName.get(name) ?? []).flatMap(({ unit }) =>
      unit.rank === 'huyen' && unit.province === province ? [unit] : [],
    );
  });
}

function nameOf(places: PlaceIndex, slug: string): string {
  return bare((places.names.get(slug) ?? slug).replace(/ ?[-–] ?/g, ' ').replace(/[.]/g, ''));
}

// --- province ---------------------------------------------------------------------------------------------------

function settleProvince(reading: Reading): Finding<Place> {
  const { own, site, organizer } = reading;
  const named = own.find((mention) => mention.units.some((unit) => unit.rank === 'tinh'));
  const unitsOf = (mention: { units: Unit[] }) => mention.units.filter((unit) => unit.rank === 'tinh');
  if (organizer && organizer.committee === 'khac') {
    const lower = own.find((mention) => mention.units.length > 0 && isLowerPrefix(mention.prefix));
    // `Huyện Đoàn Long Điền`, `Đảng ủy Quân sự huyện Bàu Bàng`
    const seat = lower ?? own.find((mention) => ofDistrict(mention, reading.page));
    const districts = seat?.units.filter((unit) => unit.rank === 'huyen') ?? [];
    if (seat && districts.length > 0) return districtFound(reading, districts, seat);
    if (lower && !named) return settleByUnits(reading, lower);
  }
  if (named) return provinceFound(reading, unitsOf(named), named, null, 'sure');
  const signal = site.find((candidate) => unitsOf(candidate).length > 0);
  if (signal) return provinceFound(reading, unitsOf(signal), signal, signal.said, 'likely');
  const lowerSite = site.find((candidate) => candidate.units.length > 0);
  const voted = voteProvince(reading);
  if (voted) return provinceFound(reading, voted.units, voted.span, voted.said, voted.certainty);
  if (lowerSite) return settleByUnits(reading, lowerSite);
  return undecided('The page names no province that the organizer could belong to.', candidateNames(reading));
}

/** True for a name right after `Huyện đoàn`, `Thị đoàn`. */
function ofDistrict({ start }: Mention, { source }: Page): boolean {
  return /\b(?:huyen|quan|thi) ?doan $/.test(source.bare.slice(Math.max(0, start - 12), start));
}

function provinceFound(
  reading: Reading,
  units: Unit[],
  span: Span,
  said: string | null,
  certainty: 'sure' | 'likely' | 'guess',
): Finding<Place> {
  const { era, places } = reading;
  const old = units.find((unit) => unit.era === 'old');
  const fresh = units.find((unit) => unit.era === 'new');
  // A name that only the old map has is the old province whatever the date; one on both is read by the date.
  if (old && (era === 'old' || !fresh))
    return found(
      placeOf({
        province: old.province,
        currentProvince: old.currentProvince,
        said,
        cityIsProvince: old.type === 'thanh pho',
      }),
      span,
      certainty,
    );
  const unit = fresh ?? old;
  if (!unit) return undecided('The name is no province.', []);
  const former = unit.province ?? formerProvince(reading, unit.currentProvince);
  const warnings: Warning[] = [];
  if (!former) {
    const parts = (places.formerOf.get(unit.currentProvince) ?? [])
      .map((slug) => places.names.get(slug))
      .join(', ');
    warnings.push({
      code: 'former-province-open',
      field: 'province',
      text: `Today's ${unit.name} unites ${parts}; nothing on the page chooses among them.`,
    });
  }
  return found(
    placeOf({
      province: former,
      currentProvince: unit.currentProvince,
      said,
      cityIsProvince: unit.type === 'thanh pho',
    }),
    span,
    certainty,
    warnings,
  );
}

/** `(địa bàn thuộc tỉnh Bình Dương cũ)`: the old province, where the page says it of the organizer. */
function formerProvince(reading: Reading, currentProvince: string): string | null {
  const { mentions, page, organizer } = reading;
  if (organizer?.committee === 'tinh-uy' || organizer?.committee === 'thanh-uy') return null;
  for (const mention of mentions) {
    const old = mention.units.find(
      (unit) => unit.rank === 'tinh' && unit.era === 'old' && unit.currentProvince === currentProvince,
    );
    if (old && /^ ?\(?cu\b/.test(page.source.bare.slice(mention.end, mention.end + 6))) return old.province;
  }
  return null;
}

function settleByUnits(reading: Reading, signal: { units: Unit[] } & Span): Finding<Place> {
  const units = narrow(reading, signal.units);
  const slugs = new Set(units.map((unit) => unit.province));
  const [unit] = units;
  if (!unit || slugs.size !== 1) return undecided('The name stands for several places.', units.map(describe));
  return found(
    placeOf({
      province: unit.province,
      currentProvince: unit.currentProvince,
      said: null,
      cityIsProvince: false,
    }),
    signal,
    'likely',
  );
}

interface Vote {
  units: Unit[];
  span: Span;
  said: string | null;
  certainty: 'likely' | 'guess';
}

/** `tỉnh X`, `Đảng bộ tỉnh X` in the article, else the province where most of its districts and communes lie. */
function voteProvince({ mentions, era, page }: Reading): Vote | null {
  const counted = new Map<string, { weight: number; mention: Mention; said: string | null }>();
  const add = (slug: string, weight: number, mention: Mention, said: string | null) => {
    const entry = counted.get(slug) ?? { weight: 0, mention, said: null };
    counted.set(slug, { weight: entry.weight + weight, mention: entry.mention, said: entry.said ?? said });
  };
  for (const mention of mentions) {
    if (mention.weak || STREET.test(mention.prefix ?? '')) continue;
    const provinces = mention.units.filter((unit) => unit.rank === 'tinh' && unit.era === era);
    const others = mention.units.filter((unit) => unit.rank !== 'tinh' && unit.era === era);
    if (provinces[0] && (others.length === 0 || !isLowerPrefix(mention.prefix))) {
      const before = page.source.bare.slice(Math.max(0, mention.start - 30), mention.start);
      const weight = /(?:dang bo|tinh uy|thanh uy|ubnd|hdnd|mttq) (?:tinh |thanh pho )?$|\btinh $/.test(
        before,
      )
        ? 3
        : 1;
      add(provinces[0].province ?? provinces[0].currentProvince, weight, mention, provinces[0].name);
    } else if (others.length > 0 && isLowerPrefix(mention.prefix)) {
      const slugs = new Set(others.map((unit) => unit.province ?? ''));
      for (const slug of slugs) add(slug, 1.5 / slugs.size, mention, null);
    }
  }
  const ranked = [...counted].sort((a, b) => b[1].weight - a[1].weight);
  const [first, second] = ranked;
  if (!first || first[1].weight < 1 || (second && second[1].weight * 1.6 > first[1].weight)) return null;
  const unit = first[1].mention.units.find(
    (candidate) => candidate.province === first[0] || candidate.currentProvince === first[0],
  );
  if (!unit) return null;
  const province: Unit = { ...unit, rank: 'tinh', province: first[0] };
  return {
    units: [province],
    span: first[1].mention,
    said: first[1].said,
    certainty: first[1].weight >= 3 ? 'likely' : 'guess',
  };
}

const STREET = /^(?:duong|pho|truong|cau|song|nui|ho|cho|khu cong nghiep|bao|ban quan ly)$/;

function isLowerPrefix(prefix: string | null): boolean {
  return (
    prefix !== null &&
    /^(?:huyen|quan|thi xa|tx\.?|thi tran|tt\.?|phuong|xa|dac khu|cac (?:xa|phuong|huyen)|dang uy|huyen uy|quan uy|thi uy|thanh uy|dang bo|thanh pho|tp\.?)/.test(
      prefix,
    )
  );
}

/** Until then the Thành ủy Huế was that of the city within Thừa Thiên Huế. */
const HUE_PROVINCE = '2025-01-01';

function isHue(mention: Mention): boolean {
  return mention.units.some((unit) => unit.rank === 'tinh' && unit.province === 'hue');
}

// --- city -------------------------------------------------------------------------------------------------------

/** `Thành ủy`: of one of the cities that are provinces, or of a city in a province. */
function settleCity(reading: Reading): Finding<Place> {
  const { own, site } = reading;
  if (reading.day !== null && reading.day < HUE_PROVINCE && own.some(isHue)) {
    const span = own.find(isHue) ?? null;
    const place = { province: 'hue', currentProvince: 'hue', district: 'Huế', districtCode: null };
    return found(placeOf({ ...place, said: null, cityIsProvince: false }), span);
  }
  for (const mention of own) {
    const province = mention.units.filter((unit) => unit.rank === 'tinh' && unit.type === 'thanh pho');
    if (province.length > 0) return provinceFound(reading, province, mention, null, 'sure');
    const districts = mention.units.filter((unit) => unit.rank === 'huyen' && unit.type === 'thanh pho');
    if (districts.length > 0) return districtFound(reading, districts, mention);
  }
  for (const signal of site) {
    const city = signal.units.filter((unit) => unit.rank === 'tinh' && unit.type === 'thanh pho');
    if (city.length > 0) return provinceFound(reading, city, signal, signal.said, 'likely');
    const district = signal.units.filter((unit) => unit.rank === 'huyen' && unit.type === 'thanh pho');
    if (district.length > 0) return districtFound(reading, district, signal, signal.said);
  }
  const beside = sameCommittee(reading, 'thanh uy', 'thanh pho');
  if (beside) return districtFound(reading, beside.units, beside, beside.said);
  const voted = voteDistrict(reading, 'thanh pho');
  if (voted) return voted;
  const province = voteProvince(reading);
  const city = province?.units.filter((unit) => unit.type === 'thanh pho') ?? [];
  if (province && city.length > 0)
    return provinceFound(reading, city, province.span, province.said, province.certainty);
  return undecided('The page does not say which city the Thành ủy is of.', candidateNames(reading));
}

// --- district ---------------------------------------------------------------------------------------------------

const TYPE_OF_COMMITTEE: Partial<Record<Organizer['committee'], string>> = {
  'huyen-uy': 'huyen',
  'quan-uy': 'quan',
  'thi-uy': 'thi xa',
};

function settleDistrict(reading: Reading): Finding<Place> {
  const { own, site, organizer } = reading;
  const type = organizer ? TYPE_OF_COMMITTEE[organizer.committee] : undefined;
  for (const mention of own) {
    const districts = ofType(mention.units, type);
    if (districts.length > 0) return districtFound(reading, districts, mention);
  }
  for (const signal of site) {
    const districts = ofType(signal.units, type);
    if (districts.length > 0) return districtFound(reading, districts, signal, signal.said);
  }
  const beside = type && sameCommittee(reading, type === 'thi xa' ? 'thi uy' : `${type} uy`, type);
  if (beside) return districtFound(reading, beside.units, beside, beside.said);
  const voted = voteDistrict(reading, type);
  if (voted) return voted;
  const province = site.find((signal) => signal.units.some((unit) => unit.rank === 'tinh'));
  if (province) {
    const finding = provinceFound(
      reading,
      province.units.filter((unit) => unit.rank === 'tinh'),
      province,
      null,
      'likely',
    );
    finding.warnings.push({
      code: 'district-open',
      field: 'district',
      text: 'The page does not say which district.',
    });
    return finding;
  }
  return undecided('The page does not say which district the committee is of.', candidateNames(reading));
}

/**
 * `được sự đồng ý của Ban Thường vụ Thành ủy Buôn Ma Thuột, Ban Tuyên giáo Thành ủy tổ chức …`: the only committee of
 * the organizer's rank that headline and opening call by name. Null where they name several, or none.
 */
function sameCommittee({ mentions, page }: Reading, committee: string, type: string): Signal | null {
  const until = linesOf(page, 'body')[1]?.end ?? 0;
  const named = mentions.filter(
    ({ prefix, start, units }) =>
      prefix === committee &&
      start < until &&
      units.some((unit) => unit.rank === 'huyen' && unit.type === type),
  );
  const [first] = named;
  if (!first || named.some(({ units }) => units[0]?.name !== first.units[0]?.name)) return null;
  return {
    units: first.units.filter((unit) => unit.rank === 'huyen'),
    said: first.units[0]?.name ?? null,
    start: first.start,
    end: first.end,
  };
}

function ofType(units: Unit[], type: string | undefined): Unit[] {
  const districts = units.filter((unit) => unit.rank === 'huyen');
  const exact = districts.filter((unit) => unit.type === type);
  return exact.length > 0 ? exact : districts;
}

function districtFound(
  reading: Reading,
  units: Unit[],
  span: Span,
  said: string | null = null,
): Finding<Place> {
  const left = narrow(reading, units);
  const [unit] = left;
  const slugs = new Set(left.map(({ province }) => province));
  if (!unit || slugs.size !== 1) {
    const current = new Set(left.map(({ currentProvince }) => currentProvince));
    const finding = undecided(`Several provinces have a district ${unit?.name ?? ''}.`, left.map(describe));
    if (current.size === 1 && unit)
      finding.value = { ...finding.value, currentProvince: unit.currentProvince };
    return finding;
  }
  const certainty = units.length === left.length ? 'sure' : 'likely';
  const same = left.filter((other) => other.name === unit.name);
  return found(
    placeOf({
      province: unit.province,
      currentProvince: unit.currentProvince,
      district: unit.name,
      districtCode: same.length === 1 ? unit.districtCode : null,
      said,
      cityIsProvince: false,
    }),
    span,
    certainty,
  );
}

/** Chooses among units of one name by what else the page says: its province, its communes, its site. */
function narrow(reading: Reading, units: Unit[]): Unit[] {
  if (new Set(units.map((unit) => unit.province)).size <= 1) return units;
  const { own, site, mentions, page } = reading;
  const keep = (test: (unit: Unit) => boolean) => {
    const left = units.filter(test);
    return left.length > 0 && left.length < units.length ? left : null;
  };
  for (const signal of [...own, ...site]) {
    const provinces = signal.units.filter((unit) => unit.rank === 'tinh');
    const left =
      provinces.length > 0
        ? keep((unit) => provinces.some((province) => province.province === unit.province))
        : null;
    if (left) return left;
  }
  const weights = new Map<Unit, number>();
  for (const mention of mentions) {
    if (STREET.test(mention.prefix ?? '') || mention.weak) continue;
    for (const unit of units) {
      const communes = mention.units.filter(
        (other) => other.rank === 'xa' && other.era === 'old' && typeFits(mention.prefix, other),
      );
      const here = communes.filter((commune) => commune.districtCode === unit.districtCode).length;
      if (here > 0)
        weights.set(
          unit,
          (weights.get(unit) ?? 0) + (isLowerPrefix(mention.prefix) ? 1 : 0.4) / Math.sqrt(communes.length),
        );
      const before = page.source.bare.slice(Math.max(0, mention.start - 12), mention.start);
      if (
        mention.units.some(
          (other) => other.rank === 'tinh' && other.era === 'old' && other.province === unit.province,
        ) &&
        /\b(?:tinh|tinh uy|dang bo tinh) $/.test(before)
      )
        weights.set(unit, (weights.get(unit) ?? 0) + 1);
    }
  }
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || (second && second[1] * 1.5 > first[1])) return units;
  return [first[0]];
}

/** The district that holds the communes whose committees the article names. Null where none stands out. */
function voteDistrict(reading: Reading, type: string | undefined): Finding<Place> | null {
  const { mentions, places, site } = reading;
  const province =
    site.flatMap((signal) => signal.units).find((unit) => unit.rank === 'tinh')?.province ?? null;
  const weights = new Map<string, { weight: number; mention: Mention; names: Set<string> }>();
  for (const mention of mentions) {
    if (!isLowerPrefix(mention.prefix) || /^(?:huyen|quan|thi xa|thanh pho|tp)/.test(mention.prefix ?? ''))
      continue;
    const communes = mention.units.filter(
      (unit) => unit.rank === 'xa' && unit.era === 'old' && typeFits(mention.prefix, unit),
    );
    const here = communes.filter(
      (unit) =>
        districtFits(places, unit.districtCode, type) && (province === null || unit.province === province),
    );
    for (const { districtCode } of here) {
      if (!districtCode) continue;
      const entry = weights.get(districtCode) ?? { weight: 0, mention, names: new Set<string>() };
      const name = mention.units[0]?.name ?? '';
      if (!entry.names.has(name)) entry.weight += 1 / here.length;
      entry.names.add(name);
      weights.set(districtCode, entry);
    }
  }
  const ranked = [...weights].sort((a, b) => b[1].weight - a[1].weight || b[1].names.size - a[1].names.size);
  const [first, second] = ranked;
  if (
    !first ||
    first[1].weight < 0.5 ||
    (second && second[1].weight * 1.4 > first[1].weight && second[1].names.size >= first[1].names.size)
  )
    return null;
  const district = places.districts.get(first[0]);
  if (!district) return null;
  const currentProvince = places.currentOf.get(district.province) ?? district.province;
  const warning: Warning = {
    code: 'place-inferred',
    field: 'district',
    text: `The page names no district; ${[...first[1].names].join(', ')} lies in ${district.name}.`,
  };
  return found(
    placeOf({
      province: district.province,
      currentProvince,
      district: district.name,
      districtCode: first[0],
      said: null,
      cityIsProvince: false,
    }),
    first[1].mention,
    'likely',
    [warning],
  );
}

/** A commune's kind against the word before its name; `Đảng ủy Lộc Thắng` and lists fit any. */
function typeFits(prefix: string | null, unit: Unit): boolean {
  const word = prefix
    ?.replace(/^cac /, '')
    .replace(/^dang uy /, '')
    .replace(/^tt\.?$/, 'thi tran');
  return word === undefined || !/^(?:xa|phuong|thi tran|dac khu)$/.test(word) || word === unit.type;
}

function districtFits(places: PlaceIndex, code: string | null, type: string | undefined): boolean {
  const district = code ? places.districts.get(code) : undefined;
  return district !== undefined && (type === undefined || district.type === type);
}

// --- commune ----------------------------------------------------------------------------------------------------

function settleCommune(reading: Reading): Finding<Place> {
  const { own, site, mentions, era, places } = reading;
  const mention = own.find((candidate) => candidate.units.some((unit) => unit.rank === 'xa'));
  if (!mention) return settleDistrict(reading);
  let communes = mention.units.filter(
    (unit) => unit.rank === 'xa' && unit.era === era && typeFits(mention.prefix, unit),
  );
  if (communes.length === 0)
    communes = mention.units.filter((unit) => unit.rank === 'xa' && unit.era === era);
  const wider = [...own.filter((other) => other !== mention), ...site, ...mentions];
  for (const rank of ['huyen', 'tinh'] as const) {
    if (communes.length <= 1) break;
    for (const signal of wider) {
      const units = signal.units.filter((unit) => unit.rank === rank);
      const left = communes.filter((commune) =>
        units.some((unit) =>
          rank === 'huyen'
            ? unit.districtCode === commune.districtCode
            : unit.province === commune.province ||
              (unit.era === 'new' && unit.currentProvince === commune.currentProvince),
        ),
      );
      if (left.length === 0 || left.length === communes.length) continue;
      communes = left;
      break;
    }
  }
  const [commune] = communes;
  // A commune that the gazetteer lacks: what is said with it stands.
  if (!commune && own.some(({ units }) => units.some(({ rank }) => rank !== 'xa')))
    return settleDistrict(reading);
  if (!commune || communes.length > 1)
    return undecided('Several places have a commune of this name.', communes.slice(0, 8).map(describe));
  const district =
    era === 'old' && commune.districtCode ? places.districts.get(commune.districtCode) : undefined;
  return found(
    placeOf({
      province: commune.province,
      currentProvince: commune.currentProvince,
      district: district?.name ?? null,
      districtCode: district ? commune.districtCode : null,
      said: null,
      cityIsProvince: false,
    }),
    mention,
    'likely',
  );
}

// ----------------------------------------------------------------------------------------------------------------

function placeOf(place: Partial<Place>): Place {
  return { ...NOWHERE, ...place };
}

function undecided(why: string, candidates: string[]): Finding<Place> {
  const names = [...new Set(candidates)].slice(0, 10);
  const text = names.length > 0 ? `${why} Candidates: ${names.join('; ')}.` : why;
  return found(NOWHERE, null, 'guess', [{ code: 'place-undecided', field: 'province', text }]);
}

function describe(unit: Unit): string {
  return `${unit.type} ${unit.name} (${unit.province ?? unit.currentProvince})`;
}

function candidateNames({ mentions, era }: Reading): string[] {
  return mentions
    .filter((mention) => !mention.weak && !STREET.test(mention.prefix ?? ''))
    .flatMap((mention) => mention.units.filter((unit) => unit.rank === 'tinh' && unit.era === era))
    .map((unit) => unit.name);
}
