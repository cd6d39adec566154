/**
 * The records of the shared catalogue, registry and gazetteer, and how each becomes a shape of the data folder.
 * Only the form changes here; what a record says wrongly is set right in `mends.ts`.
 */
import { z } from 'zod';
import { partsOfId, usualShortName } from '../../domain/directive';
import type { Report } from '../../domain/report';
import { DIRECTIVE_TYPES } from '../../domain/vocabulary';
import {
  citationSchema,
  type DirectiveEntry,
  directiveEntrySchema,
  formerProvinceSchema,
  type provinceEntrySchema,
  reportShape,
} from '../schema';

const citationRecord = citationSchema.extend({ key: z.string().nullable() });

/** A citation as the catalogue has it: `key` is the number without the term, kept to resolve it by. */
export type CitationRecord = z.output<typeof citationRecord>;
/** A report on its way in. */
export type IncomingReport = Omit<Report, 'directives'> & { directives: CitationRecord[] };

/** One line of `reports.jsonl`; a period of which nothing is known stands there as `{}`. */
export const reportRecord: z.ZodType<IncomingReport> = z.strictObject({
  ...reportShape,
  directives: z.array(citationRecord),
  period: z.preprocess(
    (value) => (value && Object.keys(value).length === 0 ? null : value),
    reportShape.period,
  ),
});

/** One line of `directives.jsonl`. */
export const directiveRecord = z.strictObject({
  key: z.string(),
  id: z.string(),
  type: directiveEntrySchema.shape.type,
  number: z.int().nullable(),
  suffix: z.string().nullable(),
  issuer: z.string(),
  term: z.string().nullable(),
  date: z.string().nullable(),
  title: z.string(),
  short_name: z.string(),
  aliases: z.array(z.string()),
  relations: directiveEntrySchema.shape.relations,
  topic: z.string(),
  evidence_url: z.string().nullable(),
  verified: z.boolean(),
  date_verified: z.boolean(),
  note: z.string().nullable(),
  // How the registry was made; the forms themselves are among the aliases.
  aliases_seen: z.unknown(),
  number_seen: z.unknown(),
  ambiguous_aliases: z.unknown(),
  number_collides_with: z.unknown(),
});
export type DirectiveRecord = z.output<typeof directiveRecord>;

/**
 * A directive as `directives.yaml` has it. Whatever the id says is left out: the parts of the number, the usual
 * short name, and every alias in which the engine finds the number by itself.
 *
 * @throws where the record's number, suffix or term is not what its id says.
 */
export function directiveEntry(record: DirectiveRecord): DirectiveEntry {
  const { key, number, suffix, term } = partsOfId(record.id);
  if (record.key !== key || record.number !== number || record.suffix !== suffix || record.term !== term)
    throw new Error(`${record.id}: number, suffix or term differ from the id`);
  const { id, type, issuer, date, title, relations, topic, verified, note } = record;
  return {
    id,
    type,
    issuer,
    date,
    title,
    ...(record.short_name === usualShortName(record) ? {} : { shortName: record.short_name }),
    aliases: record.aliases.filter(
      (alias) => alias !== record.short_name && isVietnameseName(alias) && !isDerived(alias, record),
    ),
    relations,
    topic,
    evidenceUrl: record.evidence_url,
    verified,
    dateVerified: record.date_verified,
    note,
  };
}

/** False for a form that was only read in English, and for a bare date. */
function isVietnameseName(alias: string): boolean {
  return !/^(Resolution|Directive|Regulation|Conclusion|Instruction|ngày)\b/.test(alias);
}

/**
 * True for a written form that says no more than the document's number, its type or its plenum. One that gives the
 * document another date than the registry is kept: newspapers misprint dates, and the alias tells which one.
 */
function isDerived(alias: string, { number, suffix, type, date }: DirectiveRecord): boolean {
  const day = /(\d{1,2})\s*(?:tháng|[-/.])\s*(\d{1,2})\s*(?:năm|[-/.])\s*(\d{4})/.exec(alias);
  if (day && date !== `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}`) return false;
  if (/^(NQ|Nghị quyết|Kết luận)( Hội nghị)? ?(T\.?Ư|TW|Trung ương) ?\d/i.test(alias)) return true;
  if (number === null || suffix === null) return false;
  const label = DIRECTIVE_TYPES.find(({ value }) => value === type)?.label ?? '';
  const written = alias.replace(/T\.?Ư/g, 'TW').toUpperCase();
  const [abbreviation = '', body = ''] = suffix.toUpperCase().split(/[/-]/);
  const signs = '[\\s/–-]*';
  const whole = new RegExp(`(^|\\D)0*${number}${signs}${abbreviation}${signs}${body}(\\P{L}|$)`, 'u');
  // `Chỉ thị số 05, ngày …`, `CT05`, `Kết luận 49 của Ban Bí thư (khóa XII)`
  const short = new RegExp(
    `^(${label}|${abbreviation})( số)? ?0*${number}([, (]*(ngày|của|khóa|khoá) .*|/\\d{4})?$`,
    'iu',
  );
  return whole.test(written) || short.test(alias);
}

const formerProvinceRecord = z.strictObject({ ...formerProvinceSchema.shape, type: z.string() });
/** One of `provinces.json`: its capital is called `seat`, and there only where the merger moved it. */
export const provinceRecord = z.strictObject({
  ...formerProvinceRecord.shape,
  seat: z.string().optional(),
  note: z.string().optional(),
  formerly: z.array(formerProvinceRecord),
});

/**
 * A province as `provinces.yaml` has it: the type is the first word of the full name; a province that is in all
 * its former self has no `formerly`.
 */
export function provinceEntry(record: z.output<typeof provinceRecord>): z.output<typeof provinceEntrySchema> {
  const { type: _type, seat, note: _note, formerly, ...province } = record;
  const former = formerly.map(({ type: _, ...rest }) => rest);
  const [only] = former;
  if (former.length === 1 && only) {
    const { capital = seat, ...same } = only;
    if (JSON.stringify(Object.entries(same).sort()) === JSON.stringify(Object.entries(province).sort()))
      return capital ? { ...same, capital } : same;
  }
  return { ...province, ...(seat ? { capital: seat } : {}), formerly: former };
}

/** `historical.json`: its provinces call the list of what they became `province`. */
export const historicalRecord = z
  .strictObject({
    provinces: z.array(
      z.strictObject({
        name: z.string(),
        fullName: z.string(),
        years: z.string(),
        province: z.array(z.string()),
      }),
    ),
    districts: z.array(z.unknown()),
    communes: z.array(z.unknown()),
  })
  .transform(({ provinces, ...rest }) => ({
    provinces: provinces.map(({ province, ...unit }) => ({ ...unit, provinces: province })),
    ...rest,
  }));
