import { directiveLabel } from '@/lib/domain/directive';
import { directivePath } from '@/lib/domain/paths';
import type { Directive } from '@/lib/domain/report';
import { DIRECTIVE_TYPES, labelOf } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/search/describe';
import { searchHref } from '@/lib/search/query';
import type { DocumentPage } from '@/lib/site/browse/documents';
import { topicLabel } from '@/lib/site/browse/documents';
import type { Holdings } from '@/lib/site/browse/holdings';
import { lineageOf } from '@/lib/site/browse/lineage';
import { filteredBy } from '@/lib/site/browse/links';
import { CitingReports } from './citing-reports';
import { shortNumber, Unverified } from './directive-name';
import { Facts } from './facts';
import { JsonLd } from './json-ld';
import { LineageGraph, relationLabel, Succession } from './lineage-graph';
import { Page, Section } from './page';

/** The page of one document of the registry. */
export function DirectiveView({
  page: { directive, name },
  holdings,
}: {
  page: Extract<DocumentPage, { kind: 'directive' }>;
  holdings: Holdings;
}) {
  const { directives, plenums } = holdings.corpus;
  const lineage = lineageOf(directive.id, directives);
  const title = directiveLabel(directive);
  const bearers = directives.filter(({ key, id }) => key === directive.key && id !== directive.id);
  const inPlenums = plenums.filter(({ documents }) => documents.includes(directive.id));
  const nameOf = new Map(holdings.vocabulary.directives.map((one) => [one.id, one]));
  const related = relationsOf(directive, directives);
  return (
    <Page
      steps={[
        { label: 'Văn bản', path: '/van-ban' },
        { label: title, path: directivePath(name.slug) },
      ]}
      title={directive.term && directive.number !== null ? `${title} (khóa ${directive.term})` : title}
      lead={directive.number !== null ? directive.title : undefined}
    >
      <JsonLd
        data={{
          '@type': 'Legislation',
          name: `${title} ${directive.number !== null ? directive.title : ''}`.trim(),
          legislationIdentifier: directive.key,
          legislationType: labelOf(directive.type, DIRECTIVE_TYPES),
          legislationPassedBy: { '@type': 'Organization', name: directive.issuer },
          ...(directive.date && directive.dateVerified ? { legislationDate: directive.date } : {}),
        }}
      />
      <Facts
        facts={[
          ['Số', directive.number === null ? null : directive.key],
          ['Loại', labelOf(directive.type, DIRECTIVE_TYPES)],
          ['Cơ quan ban hành', directive.issuer],
          ['Khóa', directive.term],
          [
            'Ngày ban hành',
            directive.date ? (
              <>
                {formatDate(directive.date)}{' '}
                {!directive.dateVerified && <Unverified>ngày chưa kiểm chứng</Unverified>}
              </>
            ) : (
              'Chưa rõ'
            ),
          ],
          ['Chủ đề', topicLabel(directive)],
          ['Còn gọi là', [...new Set([directive.shortName, ...directive.aliases])].join('; ')],
          [
            'Thuộc',
            inPlenums.length > 0 &&
              inPlenums.map(({ id }, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <a href={directivePath(nameOf.get(id)?.slug ?? '')}>{nameOf.get(id)?.label}</a>
                </span>
              )),
          ],
          [
            'Cùng số',
            bearers.length > 0 &&
              bearers.map((other, i) => (
                <span key={other.id}>
                  {i > 0 && ', '}
                  <a href={directivePath(nameOf.get(other.id)?.slug ?? '')}>{shortNumber(other)}</a>
                </span>
              )),
          ],
          [
            'Đọc ở đâu',
            directive.evidenceUrl && (
              <a href={directive.evidenceUrl} rel="noopener" className="break-all">
                {new URL(directive.evidenceUrl).hostname.replace(/^www\./, '')}
              </a>
            ),
          ],
        ]}
      />
      {!directive.verified && (
        <p className="mt-3 max-w-results border-l-2 border-dashed border-line-strong pl-3 text-sm">
          Dữ kiện của văn bản này chưa được kiểm chứng trên trang nào: chỉ nên dùng để tìm, không nên trích
          dẫn.
        </p>
      )}
      {lineage && (
        <Section title="Nguồn gốc và tiếp nối" id="ke-thua">
          <Succession lineage={lineage} current={directive.id} />
          {related.length > 0 && (
            <ul className="mt-3 max-w-results text-sm">
              {related.map(({ text, other }) => (
                <li key={`${text} ${other.id}`} className="py-0.5">
                  {text} <a href={directivePath(nameOf.get(other.id)?.slug ?? '')}>{shortNumber(other)}</a>{' '}
                  {other.number !== null && <span className="text-soft">{other.title}</span>}
                </li>
              ))}
            </ul>
          )}
          <LineageGraph lineage={lineage} current={directive.id} />
          <p className="mt-3 text-sm print:hidden">
            <a
              href={searchHref({ ...filteredBy({ vb: name.slug }), lineage: true })}
              className="inline-flex min-h-6 items-center"
            >
              Tìm báo cáo nhắc tới bất kỳ văn bản nào trong đây
            </a>
          </p>
        </Section>
      )}
      <CitingReports slug={name.slug} holdings={holdings} />
    </Page>
  );
}

/** A directive's own relations and those that others have to it, in words. */
function relationsOf(directive: Directive, all: readonly Directive[]): { text: string; other: Directive }[] {
  const own = directive.relations.flatMap(({ rel, to }) => {
    const other = all.find(({ id }) => id === to);
    return other ? [{ text: relationLabel(rel), other }] : [];
  });
  const others = all.flatMap((other) =>
    other.relations
      .filter(({ to }) => to === directive.id)
      .map(({ rel }) => ({ text: `Được ${relationLabel(rel).toLowerCase()} bởi`, other })),
  );
  return [...own, ...others];
}
