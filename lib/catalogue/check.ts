/** The rules of a report that need more than the report: its place among the other files of the catalogue. */
import type { Directive, District, Plenum, Province, Report } from '../domain/report';
import { reportFile } from './report-file';

/** What reports refer to. A table that could not be read is null: nothing is checked against it. */
export interface References {
  provinces: readonly Province[] | null;
  districts: readonly Pick<District, 'code' | 'province'>[] | null;
  documents: readonly (Directive | Plenum)[] | null;
}

/** One report's breach of a rule, not yet given its line. */
export interface Breach {
  path: readonly PropertyKey[];
  reason: string;
}

/**
 * Makes the check of a report against the rest of the catalogue. Call it once for each report: it remembers ids and
 * addresses, and the second report to use one is at fault. `file` is the path within the data folder.
 */
export function reportChecker(references: References): (report: Report, file: string) => Breach[] {
  const currentOf = new Map<string, string>();
  for (const province of references.provinces ?? [])
    for (const former of province.formerly) currentOf.set(former.slug, province.slug);
  const current = new Set(references.provinces?.map(({ slug }) => slug));
  const districts = new Map<string, string>(
    references.districts?.map(({ code, province }) => [code, province]),
  );
  const documents = new Set(references.documents?.map(({ id }) => id));
  const fileOfId = new Map<string, string>();
  const fileOfAddress = new Map<string, string>();

  return (report, file) => {
    const breaches: Breach[] = [];
    const breach = (path: readonly PropertyKey[], reason: string) => breaches.push({ path, reason });

    const other = fileOfId.get(report.id);
    if (other) breach(['id'], `stands in ${other} too`);
    else fileOfId.set(report.id, file);
    const addresses = report.alsoAt.map((url, index) => ({ url, path: ['alsoAt', index] }));
    if (report.url) addresses.unshift({ url: report.url, path: ['url'] });
    for (const { url, path } of addresses) {
      const address = sameAddress(url);
      const holder = fileOfAddress.get(address);
      if (holder) breach(path, holder === file ? 'stands twice' : `stands in ${holder} too`);
      else fileOfAddress.set(address, file);
    }
    if (!file.endsWith(`/${report.id}.md`)) breach(['id'], `differs from the name of the file`);
    else if (file !== reportFile(report)) breach(['period'], `the file belongs at ${reportFile(report)}`);

    const { province, currentProvince, districtCode } = report;
    if (references.provinces) {
      if (currentProvince && !current.has(currentProvince))
        breach(['currentProvince'], `${currentProvince} is not one of today's provinces`);
      if (province && !currentOf.has(province))
        breach(['province'], `${province} is not one of the 63 provinces of before 2025-07-01`);
      else if (province && currentProvince && currentOf.get(province) !== currentProvince)
        breach(['province'], `${province} lies in ${currentOf.get(province)}, not in ${currentProvince}`);
    }
    if (districtCode && references.districts) {
      const home = districts.get(districtCode);
      if (!home) breach(['districtCode'], `${districtCode} is not a district`);
      else if (home !== province)
        breach(['districtCode'], `${districtCode} lies in ${home}, not in ${province}`);
    }
    if (references.documents)
      report.directives.forEach(({ id }, index) => {
        if (id && !documents.has(id)) breach(['directives', index, 'id'], `${id} is not in the registry`);
      });
    return breaches;
  };
}

/** Two addresses of one page: scheme, `www.`, a closing slash and the part after # make no difference. */
function sameAddress(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
}
