import type { ReportFacts } from '../../domain/report';
import { formatDate } from '../../search/describe';
import { ACCESSED, cslDate } from './accessed';
import { citedTitle } from './report-facts';

/**
 * One report as an item of CSL-JSON (type `webpage`), which Zotero and pandoc read; an export is a list of them.
 * `address` stands in for a source without one. The mark of the day of access stands before the last field.
 */
export function cslRecord(report: ReportFacts, address: string): string {
  const { id, author, source, publishedOn, heldOn, url } = report;
  const fields: [name: string, value: unknown][] = [
    ['id', id],
    ['type', 'webpage'],
    ['author', [{ literal: author ?? source }]],
    ['title', citedTitle(report)],
    ['container-title', author ? source : null],
    ['issued', publishedOn && cslDate(publishedOn)],
    ['event-date', heldOn && cslDate(heldOn)],
    ['URL', url ?? address],
    ['note', heldOn && `Hội nghị ngày ${formatDate(heldOn)}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`],
  );
  return `{\n${lines.join('')}${ACCESSED}  "language": "vi"\n}`;
}
