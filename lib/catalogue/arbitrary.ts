/** Reports made up by chance, for property tests. */
import fc from 'fast-check';
import { PERIOD_KINDS } from '../domain/period';
import type { Period, Report } from '../domain/report';
import { LEVELS, REPORT_KINDS, TOPICS } from '../domain/vocabulary';
import { FULL_TEXT_HEADING } from './schema';

const oneOf = <T>(terms: readonly { value: T }[]) => fc.constantFrom(...terms.map(({ value }) => value));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Words as a page may hold them: Vietnamese, YAML's own signs, and anything Unicode has but control characters, which a file may not hold. */
const words = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          'Hội nghị',
          ':',
          '- ',
          '#',
          '"',
          "'",
          '{',
          ']',
          '\n',
          '---',
          '05-CT/TW',
          'null',
          '12',
          '%',
          '&a',
          '*a',
          '|',
          '\t',
        ),
      )
      .map((parts) => parts.join(' ')),
  )
  .map((text) => text.replace(/(?![\t\n\r])\p{Cc}/gu, '').trim())
  .filter((text) => text !== '');
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const year = fc.integer({ min: 1990, max: 2026 });
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => (Object.is(value, -0) ? 0 : value));

/** Drops the parts that are absent, as a file does. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: oneOf(PERIOD_KINDS.filter(({ value }) => value !== 'nhieu-nam')), year }),
  fc.record({
    kind: fc.constant('thang' as const),
    year: maybe(year),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc
    .tuple(year, fc.nat(9))
    .map(([from, length]) => ({ kind: 'nhieu-nam' as const, year: from, toYear: from + length })),
  fc.record({ year }),
);

const body = fc
  .string({ unit: 'binary', maxLength: 80 })
  .map((text) => text.replace(/(?![\t\n])\p{Cc}/gu, '').trim())
  .filter((text) => !text.split('\n').includes(FULL_TEXT_HEADING));

/** Any report the schema accepts. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    id: slug,
    url: orNull(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true })),
    also: fc.array(fc.webUrl({ validSchemes: ['http', 'https'] }), { maxLength: 2 }),
    title: words,
    titleIs: fc.constantFrom('page' as const, 'composed' as const),
    source: words,
    days: fc.tuple(orNull(day), orNull(day)),
    place: orNull(fc.tuple(orNull(slug), slug)),
    district: orNull(fc.tuple(words, orNull(fc.stringMatching(/^\d{3}$/)))),
    level: oneOf(LEVELS),
    organization: orNull(words),
    kind: oneOf(REPORT_KINDS),
    conference: orNull(slug),
    period: orNull(period.map(present)),
    nextPeriod: orNull(period.map(present)),
    directives: fc.array(
      fc
        .record({ asWritten: words, id: orNull(words), certain: fc.boolean(), date: maybe(day) })
        .map(present),
      { maxLength: 3 },
    ),
    localDocuments: fc.array(words, { maxLength: 3 }),
    figures: fc.array(
      fc.record({ value: number, unit: words, what: maybe(words), qualifier: maybe(words) }).map(present),
      { maxLength: 3 },
    ),
    chair: orNull(words),
    author: orNull(words),
    topics: fc.array(oneOf(TOPICS), { maxLength: 3 }),
    terms: fc.array(words, { maxLength: 3 }),
    seen: fc.constantFrom('whole' as const, 'part' as const),
    rights: fc.constantFrom('open' as const, 'reserved' as const),
    withdrawnReason: orNull(words),
    kept: orNull(fc.tuple(day, orNull(day))),
    evidence: fc.dictionary(
      fc.constantFrom('heldOn', 'period', 'directives[0]'),
      fc
        .record({ text: fc.string(), start: fc.nat(), length: fc.nat() })
        .map(({ text, start, length }) => ({ text, start, end: start + length })),
    ),
    ingest: orNull(
      fc.record({
        from: fc.constantFrom('0f3a', '1e'),
        wrote: fc.constant('0f'),
        format: fc.constantFrom('txt', 'pdf'),
        encoding: orNull(fc.constantFrom('utf-8', 'tcvn3')),
      }),
    ),
    abstract: body,
    fullText: orNull(
      fc.string({ unit: 'binary', maxLength: 80 }).map((text) => text.replace(/(?![\t\n\r])\p{Cc}/gu, '')),
    ),
  })
  .map(({ also, days, place, district, withdrawnReason, kept, evidence, ...rest }) => {
    const [heldOn, publishedOn] = days[0] && days[1] ? days.toSorted() : days;
    const [addedOn, modifiedOn] = kept?.[1] ? kept.toSorted() : (kept ?? []);
    return {
      ...rest,
      alsoAt: rest.url === null ? [] : also,
      addedOn: addedOn ?? null,
      modifiedOn: modifiedOn ?? null,
      heldOn: heldOn ?? null,
      publishedOn: publishedOn ?? null,
      province: place?.[0] ?? null,
      currentProvince: place?.[1] ?? null,
      district: district?.[0] ?? null,
      districtCode: district?.[1] ?? null,
      withdrawnReason,
      status: withdrawnReason === null ? ('published' as const) : ('withdrawn' as const),
      evidence: { ...evidence },
    };
  });
