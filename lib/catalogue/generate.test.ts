import { beforeAll, describe, expect, it } from 'vitest';
import { whenOf } from '../domain/period';
import type { Report } from '../domain/report';
import { reportChecker } from './check';
import { loadGazetteer } from './gazetteer';
import { generateReports, type Stock } from './generate';
import { loadCorpusOrThrow } from './load';
import { formatReport, parseReport, reportFile } from './report-file';

let stock: Stock;
let made: Report[];

beforeAll(async () => {
  const corpus = await loadCorpusOrThrow('data');
  const { gazetteer } = await loadGazetteer('data');
  stock = {
    reports: corpus.reports,
    provinces: corpus.provinces,
    districts: gazetteer.districts,
    documentDays: new Map(corpus.directives.map(({ id, date }) => [id, date])),
  };
  made = [...generateReports(stock, 2000)];
});

describe('generateReports', () => {
  it('makes as many as asked, the same ones for the same seed, others for another', () => {
    expect(made).toHaveLength(2000);
    expect([...generateReports(stock, 5)]).toEqual(made.slice(0, 5));
    expect([...generateReports(stock, 5, 2)]).not.toEqual(made.slice(0, 5));
  });

  it('gives no two reports of one place and year the same title', () => {
    const titles = made.map((report) => `${report.province} ${whenOf(report)?.year} ${report.title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('makes reports that stand every check of a real one, and come back from their file', () => {
    const { provinces, districts } = stock;
    const check = reportChecker({ provinces, districts, documents: null });
    for (const report of made.slice(0, 500)) {
      const file = reportFile(report);
      const parsed = parseReport(formatReport(report), file);
      expect(parsed.faults).toEqual([]);
      expect(check(report, file)).toEqual([]);
    }
  });

  it('writes about as much as real reports do', () => {
    const mean = (reports: readonly Report[]) =>
      reports.reduce((sum, { abstract }) => sum + abstract.length, 0) / reports.length;
    expect(mean(made) / mean(stock.reports)).toBeGreaterThan(0.8);
    expect(mean(made) / mean(stock.reports)).toBeLessThan(1.25);
  });

  it('cites no document younger than the report', () => {
    for (const { directives, heldOn, publishedOn } of made)
      for (const { id } of directives) {
        const day = stock.documentDays.get(id ?? '');
        if (day && (heldOn ?? publishedOn)) expect(day <= (heldOn ?? publishedOn ?? '')).toBe(true);
      }
  });
});
