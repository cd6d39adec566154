import type { ReportFacts } from '../../domain/report';
import { formatDate } from '../../search/describe';
import { ACCESSED } from './accessed';
import { citedTitle, topicLabels } from './report-facts';

/**
 * One report as a RIS record (type ELEC, a web page), lines ended by CRLF as the format asks. `address` stands in
 * for a source without one. The mark of the day of access stands before the language. Our summary is none of the source's,
 * so it does not stand as its abstract.
 */
export function risRecord(report: ReportFacts, address: string): string {
  const { author, source, publishedOn, heldOn, url } = report;
  const fields: [tag: string, value: string | null][] = [
    ['TY', 'ELEC'],
    ['ID', report.id],
    ['AU', author ?? source],
    ['TI', citedTitle(report)],
    ['T2', author ? source : null],
    ['PY', publishedOn?.slice(0, 4) ?? null],
    ['DA', publishedOn?.replaceAll('-', '/') ?? null],
    ['UR', url ?? address],
    ['N1', heldOn ? `Hội nghị ngày ${formatDate(heldOn)}` : null],
    ...topicLabels(report).map((topic): [string, string] => ['KW', topic]),
  ];
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`]));
  return [...lines, `${ACCESSED}LA  - vi`, 'ER  - ', ''].join('\r\n');
}

/** A value is one line: what begins on a new one would be read as a field. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
