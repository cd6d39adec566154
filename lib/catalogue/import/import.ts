/** Turns the shared catalogue, registry and gazetteer into the files of a data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { plenumOf } from '../../domain/directive';
import { PLACES } from '../gazetteer';
import { DIRECTIVES_FILE, PLENUMS_FILE } from '../registry';
import { formatReport, reportPath } from '../report-file';
import { districtSchema, plenumFileSchema } from '../schema';
import { formatMends, mendRegistry, mendReports } from './mends';
import {
  directiveEntry,
  directiveRecord,
  historicalRecord,
  provinceEntry,
  provinceRecord,
  reportRecord,
} from './records';
import { formatDirectives, formatPlenums, formatProvinces, formatRows, formatTables } from './write';

export const MENDS_FILE = 'MENDS.md';

/**
 * Reads `catalogue/`, `registry/` and `gazetteer/` under `from` and returns the data folder they make: path within
 * the folder → text. Same input, same bytes.
 *
 * @throws Error naming the file (and the line, where it has one record a line) that cannot be read.
 */
export async function importCatalogue(from: string): Promise<Map<string, string>> {
  const [records, directives, plenums, provinces, districts, communes, newCommunes, historical] =
    await Promise.all([
      readLines(from, 'catalogue/reports.jsonl', reportRecord),
      readLines(from, 'registry/directives.jsonl', directiveRecord),
      readWhole(from, 'registry/plenums.json', plenumFileSchema),
      readWhole(from, 'gazetteer/provinces.json', z.array(provinceRecord)),
      readWhole(from, 'gazetteer/districts.json', z.array(districtSchema)),
      readWhole(from, 'gazetteer/communes.json', z.array(z.unknown())),
      readWhole(from, 'gazetteer/communes_new.json', z.array(z.unknown())),
      readWhole(from, 'gazetteer/historical.json', historicalRecord),
    ]);
  const registry = mendRegistry({
    directives: directives.map(directiveEntry),
    plenums: Object.entries(plenums).map(([id, documents]) => plenumOf(id, documents)),
  });
  const { reports, mends } = mendReports(records, { ...registry, provinces, districts });

  const files = new Map([
    [DIRECTIVES_FILE, formatDirectives(registry.directives)],
    [PLENUMS_FILE, formatPlenums(registry.plenums)],
    [PLACES.provinces, formatProvinces(provinces.map(provinceEntry))],
    [PLACES.districts, formatRows(districts)],
    [PLACES.communes, formatRows(communes)],
    [PLACES.newCommunes, formatRows(newCommunes)],
    [PLACES.historical, formatTables({ ...historical })],
    [MENDS_FILE, formatMends([...registry.mends, ...mends])],
  ]);
  for (const report of reports) files.set(reportPath(report), formatReport(report));
  return files;
}

async function readLines<T>(from: string, file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(join(from, file), 'utf8')).split('\n');
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [parse(line, schema, `${file}:${index + 1}`)],
  );
}

async function readWhole<T>(from: string, file: string, schema: z.ZodType<T>): Promise<T> {
  return parse(await readFile(join(from, file), 'utf8'), schema, file);
}

function parse<T>(text: string, schema: z.ZodType<T>, place: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${place}: ${reason}`);
  }
}
