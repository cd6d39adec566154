import type { ReportFacts } from '@/lib/domain/report';
import { citationsOf } from '@/lib/site/outputs/citation';
import { CitationText } from './citation-text';

/**
 * A report in each style of citation, to be copied by one tap. What programs read stays folded.
 * @param address the report's page on this site, whole
 */
export function Citations({ report, address }: { report: ReportFacts; address: string }) {
  return (
    <dl className="divide-y divide-line border-y border-line print:hidden">
      {citationsOf(report, address).map((citation) => (
        <CitationText key={citation.style} {...citation} />
      ))}
    </dl>
  );
}
