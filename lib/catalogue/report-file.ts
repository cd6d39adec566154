/**
 * A report as a file:
 *
 *     ---
 *     id: an-giang-nam-2019-76ae15      front matter (YAML): the facts
 *     …
 *     ---
 *
 *     Our own abstract.                 body: the abstract
 *
 *     ## Toàn văn                       and after this line, where it was kept,
 *
 *     The page's full text, verbatim.
 */
import { Document, isCollection, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { whenOf } from '../domain/period';
import type { Report } from '../domain/report';
import { UNKNOWN } from '../domain/vocabulary';
import { withoutDefaults } from './defaults';
import { type Fault, faultsOf, plainReason } from './fault';
import { citationSchema, FULL_TEXT_HEADING, reportSchema, reportShape } from './schema';
import { findControl } from './text';

export type ParsedReport = { report: Report; faults: [] } | { report: null; faults: Fault[] };

/**
 * Reads one report file. `file` is only named in the faults. Never throws: a file that breaks a rule of the schema
 * yields its faults, with the line where the YAML has one.
 */
export function parseReport(text: string, file: string): ParsedReport {
  try {
    return parseSound(text, file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The YAML library walks by recursion; where it says so itself, the fault has its line.
    return { report: null, faults: [{ file, line: 1, field: 'front matter', reason: plainReason(error) }] };
  }
}

/**
 * `parseReport` that remembers what it last read of each file: reading YAML is most of loading a catalogue. What it
 * returns is shared: not to be changed.
 */
export function parseOnce(): typeof parseReport {
  const known = new Map<string, { text: string; parsed: ParsedReport }>();
  return (text, file) => {
    const last = known.get(file);
    if (last?.text === text) return last.parsed;
    const parsed = parseReport(text, file);
    known.set(file, { text, parsed });
    return parsed;
  };
}

function parseSound(text: string, file: string): ParsedReport {
  const fault = (line: number | undefined, field: string, reason: string): ParsedReport => ({
    report: null,
    faults: [{ file, line, field, reason }],
  });
  const control = findControl(text);
  if (control) return fault(control.line, 'text', control.reason);
  const parts = splitFile(text);
  if (!parts) return fault(1, 'front matter', 'is missing or not closed by ---');
  if (parts.frontMatter.length > LONGEST_FRONT_MATTER)
    return fault(1, 'front matter', `has more than ${LONGEST_FRONT_MATTER} characters`);
  const { document, lineOf, alias } = parseFrontMatter(parts.frontMatter);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem)
    return fault(
      problem.linePos ? problem.linePos[0].line + 1 : undefined,
      'front matter',
      plainReason(problem),
    );
  if (alias !== null)
    return fault(alias, 'front matter', 'refers to another value (*name): write the value out');
  const facts: unknown = document.toJS();
  if (!isMap(document.contents) || facts === null) return fault(1, 'front matter', 'is not a list of fields');
  for (const field of ['abstract', 'fullText'])
    if (document.has(field))
      return fault(lineOf([field]), field, 'belongs in the body, not in the front matter');
  const result = reportSchema.safeParse({ ...(facts as object), ...parts.body });
  if (result.success) return { report: result.data, faults: [] };
  return { report: null, faults: faultsOf(result.error, file, lineOf) };
}

/**
 * Finds the line (from 1) of a field in a report file, given its path (`['period', 'year']`); where the field is
 * absent, the line of the nearest part that holds it. Undefined where the file has no readable front matter.
 */
export function lineOfField(text: string, path: readonly PropertyKey[]): number | undefined {
  const parts = splitFile(text);
  return parts ? parseFrontMatter(parts.frontMatter).lineOf(path) : undefined;
}

/** Characters; the longest in use has about two thousand. Checking that no key stands twice takes their square. */
const LONGEST_FRONT_MATTER = 200_000;

const { abstract: _abstract, fullText: _fullText, ...factShape } = reportShape;

/** Writes a report as a file: fields in the order of the schema, those at their default left out. */
export function formatReport(report: Report): string {
  const facts = withoutDefaults(report, factShape);
  if (facts.directives)
    facts.directives = report.directives.map((citation) => withoutDefaults(citation, citationSchema.shape));
  const document = new Document(facts, { aliasDuplicateObjects: false });
  for (const field of ['period', 'nextPeriod', 'topics']) onOneLine(document.get(field, true));
  const figures = document.get('figures', true);
  if (isSeq(figures)) figures.items.forEach(onOneLine);
  const evidence = document.get('evidence', true);
  if (isMap(evidence)) for (const pair of evidence.items) onOneLine(pair.value);
  // A long quoted text on several lines is where the YAML library loses line breaks: keep it on one.
  const frontMatter = document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  const abstract = report.abstract ? `\n${report.abstract}\n` : '';
  const fullText = report.fullText === null ? '' : `\n${FULL_TEXT_HEADING}\n\n${report.fullText}\n`;
  return `---\n${frontMatter}---\n${abstract}${fullText}`;
}

/** Where a report's file lies in the data folder: `reports/<year>/<id>.md`. */
export function reportFile(report: Pick<Report, 'id' | 'period' | 'heldOn' | 'publishedOn'>): string {
  return `reports/${whenOf(report)?.year ?? UNKNOWN.value}/${report.id}.md`;
}

function splitFile(
  text: string,
): { frontMatter: string; body: Pick<Report, 'abstract' | 'fullText'> } | null {
  let source = text.replace(/^\uFEFF/, '');
  // An editor that saves with CRLF does so for the whole file; the text itself keeps what it had.
  if (source.startsWith('---\r\n')) source = source.replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/.exec(source);
  if (!match) return null;
  const body = source.slice(match[0].length);
  const heading = new RegExp(`(?:^|\\n)${FULL_TEXT_HEADING}\\n`).exec(body);
  const abstract = (heading ? body.slice(0, heading.index) : body).trim();
  if (!heading) return { frontMatter: match[1] ?? '', body: { abstract, fullText: null } };
  const fullText = body
    .slice(heading.index + heading[0].length)
    .replace(/^\n/, '')
    .replace(/\n$/, '');
  return { frontMatter: match[1] ?? '', body: { abstract, fullText } };
}

function parseFrontMatter(frontMatter: string) {
  const lines = new LineCounter();
  const document = parseDocument(frontMatter, { lineCounter: lines });
  let alias: number | null = null;
  visit(document, {
    Alias(_, { range }) {
      alias = range ? lines.linePos(range[0]).line + 1 : 1;
      return visit.BREAK;
    },
  });
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + 1;
    }
    return undefined;
  };
  return { document, lineOf, alias: alias as number | null };
}

function onOneLine(node: unknown): void {
  if (isCollection(node)) node.flow = true;
}
