/**
 * Made-up reports for measuring at sizes that the real catalogue does not have: facts of real reports recombined.
 * Each takes the form of one real report (kind, level, period, lengths), moves it to another place and year, and
 * takes some of its documents, sentences and figures from others. Nothing here may be shown as a report.
 */
import { whenOf } from '../domain/period';
import type { District, Period, Province, Report } from '../domain/report';

/** What the made-up reports are made from. */
export interface Stock {
  reports: readonly Report[];
  provinces: readonly Province[];
  districts: readonly District[];
  /** Day that a document is of, by its id; a report cites none younger than itself. */
  documentDays: ReadonlyMap<string, string | null>;
}

/** Years that the real catalogue covers densely. */
const YEARS = { first: 2008, last: 2026 };
const LAST_DAY = `${YEARS.last}-12-31`;
/** Share of a report's sentences that come from its model; the rest from another of its kind. */
const OWN_SENTENCES = 0.7;
/** A figure moves by at most this share of itself. */
const FIGURE_SPREAD = 0.3;

/**
 * Makes `count` reports, the same ones for the same seed. No two in one place and year have the same title.
 * @throws RangeError when there is no report or no province to start from
 */
export function* generateReports(stock: Stock, count: number, seed = 1): Generator<Report> {
  const models = stock.reports.filter((report) => report.status === 'published' && report.abstract !== '');
  const places = stock.provinces.flatMap((today) => today.formerly.map((former) => ({ today, former })));
  if (models.length === 0 || places.length === 0)
    throw new RangeError('no report or no province to start from');
  const chance = chanceFrom(seed);
  const districtsIn = (province: string) => stock.districts.filter((one) => one.province === province);
  const nameOf = new Map(places.map(({ former }) => [former.slug, former.name]));
  const taken = new Set<string>();

  for (let number = 0; number < count; number++) {
    const model = chance.of(models);
    const other = chance.of(models);
    const { today, former } = chance.of(places);
    const district =
      model.level === 'huyen' ? chance.of<District | undefined>(districtsIn(former.slug)) : undefined;
    const year = chance.between(YEARS.first, YEARS.last);
    const shift = year - (whenOf(model)?.year ?? year);
    const moved = mover(model, nameOf, {
      province: former.name,
      district: district?.fullName ?? null,
      shift,
    });
    const heldOn = shiftDay(model.heldOn, shift);
    const publishedOn = shiftDay(model.publishedOn, shift) ?? heldOn;

    const period = shiftPeriod(model.period, shift);
    const province = model.level === 'trung-uong' ? null : former.slug;
    const filed = `${province} ${whenOf({ period, heldOn, publishedOn })?.year}`;
    const title = firstFree(moved(model.title), other.terms, (one) => `${filed} ${one}`, taken);
    yield {
      ...model,
      id: `made-up-${String(number + 1).padStart(6, '0')}`,
      url: `https://example.org/${number + 1}`,
      alsoAt: [],
      conference: null,
      title,
      titleIs: 'composed',
      heldOn,
      publishedOn,
      province,
      currentProvince: province && today.slug,
      district: district?.fullName ?? null,
      districtCode: district?.code ?? null,
      organization: model.organization === null ? null : moved(model.organization),
      period,
      nextPeriod: shiftPeriod(model.nextPeriod, shift),
      directives: uniqueBy(
        [...model.directives, ...other.directives.slice(0, 1)],
        (one) => one.id ?? one.asWritten,
      )
        .filter(
          ({ id }) => id === null || (stock.documentDays.get(id) ?? '0') <= (heldOn ?? publishedOn ?? '9'),
        )
        .map(({ asWritten, id, certain }) => ({ asWritten, id, certain })),
      figures: model.figures.map((figure) => ({
        ...figure,
        value: Math.round(figure.value * (1 + FIGURE_SPREAD * (2 * chance.next() - 1)) * 10) / 10,
        qualifier: undefined,
      })),
      abstract: mixSentences(moved(model.abstract), moved(other.abstract), chance),
      terms: model.terms.map(moved),
      fullText: null,
      evidence: {},
      ingest: null,
    };
  }
}

/** Numbers by chance, the same ones for the same seed (mulberry32: 32 bits of state are plenty for test data). */
function chanceFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (first: number, last: number): number => first + Math.floor(next() * (last - first + 1));
  return { next, between, of: <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T };
}
type Chance = ReturnType<typeof chanceFrom>;

/** Rewrites a text of the model for the new place and years. */
function mover(
  model: Report,
  nameOf: ReadonlyMap<string, string>,
  to: { province: string; district: string | null; shift: number },
): (text: string) => string {
  const province = nameOf.get(model.province ?? '');
  return (text) => {
    let moved = text;
    if (model.district && to.district) moved = moved.replaceAll(model.district, to.district);
    if (province) moved = moved.replaceAll(province, to.province);
    return moved.replace(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) + to.shift));
  };
}

/** Null where the moved day would lie in the future: some pages came out years after their period. */
function shiftDay(day: string | null, years: number): string | null {
  if (!day) return null;
  // No made-up day is a 29 February that its year does not have.
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`;
  return moved <= LAST_DAY ? moved : null;
}

function shiftPeriod(period: Period | null, years: number): Period | null {
  if (!period) return null;
  const { year, toYear } = period;
  return {
    ...period,
    ...(year === undefined ? {} : { year: year + years }),
    ...(toYear === undefined ? {} : { toYear: toYear + years }),
  };
}

/** The title, told apart by a phrase of another report and, where even that is taken, by a number. */
function firstFree(
  wanted: string,
  phrases: readonly string[],
  keyOf: (title: string) => string,
  taken: Set<string>,
): string {
  const options = [wanted, ...phrases.map((phrase) => `${wanted}: ${phrase}`)];
  let title = options.find((one) => !taken.has(keyOf(one)));
  for (let meeting = 2; title === undefined; meeting++) {
    const numbered = `${wanted} (lần ${meeting})`;
    if (!taken.has(keyOf(numbered))) title = numbered;
  }
  taken.add(keyOf(title));
  return title;
}

function mixSentences(own: string, other: string, chance: Chance): string {
  const others = other.split(/(?<=[.!?]) /);
  return own
    .split(/(?<=[.!?]) /)
    .map((sentence) => (chance.next() < OWN_SENTENCES ? sentence : chance.of(others)))
    .join(' ');
}

function uniqueBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
