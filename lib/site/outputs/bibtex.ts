import type { ReportFacts } from '../../domain/report';
import { formatDate } from '../../search/describe';
import { ACCESSED } from './accessed';
import { citedTitle } from './report-facts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * One report as a BibTeX entry, with a line end. Type `misc`, which every style knows; names and titles doubly
 * braced, so that no style splits a body's name or lowers a title's capitals. `address` stands in for a source
 * without one. The mark of the day of access stands before the language. Our summary is no abstract of the source's.
 */
export function bibtexRecord(report: ReportFacts, address: string): string {
  const { id, author, source, publishedOn, heldOn, url } = report;
  const [year, month, day] = (publishedOn ?? '').split('-');
  const fields: [name: string, value: string | null][] = [
    ['author', `{{${escapeBibtex(author ?? source)}}}`],
    ['title', `{{${escapeBibtex(citedTitle(report))}}}`],
    ['howpublished', author ? `{${escapeBibtex(source)}}` : null],
    ['year', year ? `{${year}}` : null],
    ['month', month ? (MONTHS[Number(month) - 1] ?? null) : null],
    ['day', day ? `{${Number(day)}}` : null],
    ['url', `{${verbatim(url ?? address)}}`],
    ['note', heldOn ? `{Hội nghị ngày ${formatDate(heldOn)}}` : null],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
  return `@misc{${id},\n${lines.join(',\n')},\n${ACCESSED}  language = {vietnamese}\n}\n`;
}

/** BibTeX counts braces even behind a backslash: they are named, so that every value stays balanced. */
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as TeX sets it to the letter. */
export function escapeBibtex(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`);
}

/** An address is taken to the letter, but for what would end the field. */
function verbatim(url: string): string {
  return url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}
