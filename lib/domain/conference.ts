import { slugify } from '../vietnamese/fold';
import type { Report } from './report';
import { NATIONAL } from './vocabulary';

/**
 * The conference a report tells of: reports with one id tell of one conference. Computed of place, day, kind and
 * district (`hai-phong-2021-12-16-tong-ket`, `lam-dong-huyen-bao-lam-2023-09-28-so-ket`), unless the file says it:
 * one place can hold two meetings a day, and two pages can take one meeting for different kinds. A report whose place
 * or day is not known stands alone, under its own id.
 */
export function conferenceOf(
  report: Pick<
    Report,
    'id' | 'conference' | 'province' | 'currentProvince' | 'level' | 'district' | 'heldOn' | 'kind'
  >,
): string {
  const { conference, province, currentProvince, level, district, heldOn, kind } = report;
  if (conference) return conference;
  const place = province ?? currentProvince ?? (level === NATIONAL.value ? NATIONAL.value : null);
  if (!place || !heldOn) return report.id;
  return [place, ...(district ? [slugify(district)] : []), heldOn, kind].join('-');
}
