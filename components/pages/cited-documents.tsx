import { directivePath } from '@/lib/domain/paths';
import type { Citation, ReportFacts } from '@/lib/domain/report';
import type { Vocabulary } from '@/lib/search/vocabulary';
import { slugOfOpenCitation } from '@/lib/site/browse/documents';
import { Unverified } from './directive-name';
import { Section } from './page';

/** The documents a report cites: the centre's with their subjects and its own words for them, then local ones. */
export function CitedDocuments({ report, vocabulary }: { report: ReportFacts; vocabulary: Vocabulary }) {
  if (report.directives.length === 0 && report.localDocuments.length === 0) return null;
  return (
    <Section title="Văn bản được nhắc tới" id="van-ban">
      {report.directives.length > 0 && (
        <ul className="mt-2" data-searched="">
          {report.directives.map((citation) => (
            <li key={citation.asWritten + citation.id} className="border-b border-line/60 py-1.5">
              <Cited citation={citation} vocabulary={vocabulary} />
            </li>
          ))}
        </ul>
      )}
      {report.localDocuments.length > 0 && (
        <>
          <h3 className="mt-4 text-sm text-soft">Văn bản của địa phương, ghi như trong bài</h3>
          <ul className="mt-1" data-searched="">
            {report.localDocuments.map((name) => (
              <li key={name} className="py-0.5">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Cited({ citation, vocabulary }: { citation: Citation; vocabulary: Vocabulary }) {
  const name = vocabulary.directives.find(({ id }) => id === citation.id);
  if (!name) {
    const slug = slugOfOpenCitation(citation);
    return (
      <>
        {slug ? <a href={directivePath(slug)}>{citation.asWritten}</a> : citation.asWritten}{' '}
        <Unverified>chưa rõ là văn bản nào</Unverified>
      </>
    );
  }
  return (
    <>
      <a href={directivePath(name.slug)} className="inline-flex min-h-6 items-center font-semibold">
        {name.label}
      </a>{' '}
      {!citation.certain && <Unverified>đoán theo năm của báo cáo</Unverified>}
      {name.title && <p className="text-sm">{name.title}</p>}
      <p className="text-xs text-soft">Trong bài: “{citation.asWritten}”</p>
    </>
  );
}
