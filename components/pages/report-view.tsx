import type { ReactNode } from 'react';
import { Citations } from '@/components/outputs/citations';
import { PickBox, RememberReport } from '@/components/outputs/lazy';
import { ShareMenu } from '@/components/outputs/share-menu';
import { comparisonPath, placePath, reportPath } from '@/lib/domain/paths';
import { periodInWords, periodLabel, periodValues } from '@/lib/domain/period';
import type { ReportFacts as Report } from '@/lib/domain/report';
import { LEVELS, labelOf, REPORT_KINDS, TOPICS, UNKNOWN } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/search/describe';
import { facetNamed } from '@/lib/search/facets';
import { figuresOf, formatFigure } from '@/lib/site/browse/figures';
import {
  type Holding,
  type HoldingDetails,
  type Holdings,
  placeName,
  placeValue,
} from '@/lib/site/browse/holdings';
import { filteredSearch } from '@/lib/site/browse/links';
import { HOW_TO_TELL, mistakeHref } from '@/lib/site/outputs/mistake';
import { citedTitle } from '@/lib/site/outputs/report-facts';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { siteSettings } from '@/lib/site/settings';
import { CitedDocuments } from './cited-documents';
import { Evidence } from './evidence';
import { Facts } from './facts';
import { JsonLd } from './json-ld';
import { SearchContext } from './lazy';
import { Page, PrintedAddress, Section } from './page';
import { RelatedReports } from './related-reports';

/** One report: facts, our summary, the documents it cites, figures, the way to its source, related reports. */
export function ReportView({
  holding,
  holdings,
  details: { fullText, evidence, similar },
}: {
  holding: Holding;
  holdings: Holdings;
  details: HoldingDetails;
}) {
  const { report } = holding;
  const figures = figuresOf(holding);
  const place = placeValue(holding);
  const path = reportPath(report.id);
  const address = addressOf(path, siteAddress());
  const { mistakes } = siteSettings();
  return (
    <Page
      steps={[
        place === UNKNOWN.value
          ? { label: 'Không rõ địa phương', path: filteredSearch({ tinh: place }) }
          : { label: facetNamed('tinh').labelOf(place, holdings.vocabulary), path: placePath(place) },
        { label: report.title, path },
      ]}
      title={<span data-searched="">{report.title}</span>}
      lead={
        <>
          <p className="font-semibold text-ink">{whoAndWhen(holding, holdings)}</p>
          {report.titleIs === 'composed' && (
            <p>Trang nguồn không có tiêu đề: tiêu đề này do trang này đặt.</p>
          )}
        </>
      }
      actions={
        <>
          {report.url && (
            <a
              href={report.url}
              rel="noopener"
              className="control-primary flex items-center px-4 no-underline"
            >
              Xem nguồn<span className="sr-only"> tại {report.source}</span>
            </a>
          )}
          <PickBox id={report.id} title={report.title} alone />
          <ShareMenu path={path} text={report.title} origin={siteAddress().origin} />
          <a
            href={comparisonPath([report.id])}
            className="control flex items-center px-3 text-ink no-underline"
          >
            So sánh
          </a>
          <a href="#trich-dan" className="control flex items-center px-3 text-ink no-underline">
            Trích dẫn
          </a>
          <a
            href={mistakes ? mistakeHref(mistakes, report.title, address) : HOW_TO_TELL}
            className="inline-flex min-h-10 items-center px-2"
          >
            Báo sai
          </a>
        </>
      }
    >
      <ReportJsonLd report={report} />
      <RememberReport
        id={report.id}
        title={report.title}
        detail={[placeName(holding, holdings.vocabulary), periodLabel(report.period)]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,46rem)_minmax(0,1fr)]">
        <article className="min-w-0">
          <Abstract report={report} />
          <ReportFacts holding={holding} holdings={holdings} />
          <Source report={report} />
          {fullText && <FullText text={fullText} />}
          <CitedDocuments report={report} vocabulary={holdings.vocabulary} />
          {figures.length > 0 && (
            <Section title="Số liệu" id="so-lieu">
              <table className="mt-3 w-full text-sm">
                <caption className="sr-only">Số liệu trong báo cáo</caption>
                <thead className="sr-only">
                  <tr>
                    <th scope="col">Giá trị</th>
                    <th scope="col">Đơn vị</th>
                    <th scope="col">Nội dung</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.map((figure) => (
                    <tr key={JSON.stringify(figure)} className="border-b border-line/60 align-top">
                      <td className="whitespace-nowrap py-1 pr-3 text-right font-semibold">
                        {formatFigure(figure)}
                      </td>
                      <td className="w-2/5 py-1 pr-3">{figure.unit}</td>
                      <td className="w-1/2 py-1 text-soft">{figure.what}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Section>
          )}
          <Evidence evidence={evidence} />
          {report.terms.length > 0 && (
            <Section title="Cụm từ trong bài" className="print:hidden">
              <ul className="mt-2 flex flex-wrap gap-x-5 text-sm">
                {report.terms.map((term) => (
                  <li key={term}>
                    <a
                      href={`/?q=${encodeURIComponent(`"${term}"`)}`}
                      className="inline-flex min-h-7 items-center"
                    >
                      {term}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Trích dẫn" id="trich-dan" className="print:hidden">
            <div className="mt-3">
              <Citations report={report} address={address} />
            </div>
          </Section>
        </article>
        <aside className="min-w-0 print:hidden" aria-label="Báo cáo liên quan">
          <RelatedReports holding={holding} holdings={holdings} similar={similar} />
        </aside>
      </div>
      <PrintedAddress path={path} />
      <SearchContext id={report.id} indexAddress={`/chi-muc/${holdings.hash}/`} />
    </Page>
  );
}

/** `Hải Phòng · 6 tháng đầu năm 2020 · họp 13/7/2020`; what is not known is left out. */
function whoAndWhen(holding: Holding, { vocabulary }: Holdings): string {
  const { heldOn, publishedOn, period, district } = holding.report;
  const held = heldOn ? `họp ${formatDate(heldOn)}` : publishedOn ? `đăng ${formatDate(publishedOn)}` : '';
  const place = [district, placeName(holding, vocabulary)].filter(Boolean).join(', ');
  return [place, periodLabel(period), held].filter(Boolean).join(' · ');
}

function ReportFacts({ holding, holdings }: { holding: Holding; holdings: Holdings }) {
  const { report } = holding;
  const { heldOn, publishedOn, nextPeriod } = report;
  return (
    <Facts
      facts={[
        ['Địa phương', <PlaceFact key="dia-phuong" holding={holding} holdings={holdings} />],
        ['Ngày họp', heldOn && formatDate(heldOn)],
        ['Kỳ báo cáo', periodInWords(report) && <PeriodFact key="ky" report={report} />],
        ['Kỳ tới', nextPeriod && periodLabel(nextPeriod)],
        ['Cơ quan', report.organization && <span data-searched="">{report.organization}</span>],
        ['Chủ trì', report.chair && <span data-searched="">{report.chair}</span>],
        [
          'Loại hội nghị',
          <a key="loai" href={filteredSearch({ loai: report.kind })}>
            {labelOf(report.kind, REPORT_KINDS)}
          </a>,
        ],
        [
          'Cấp',
          <a key="cap" href={filteredSearch({ cap: report.level })}>
            {labelOf(report.level, LEVELS)}
          </a>,
        ],
        [
          'Chủ đề',
          report.topics.length > 0 &&
            report.topics.map((topic, i) => (
              <span key={topic}>
                {i > 0 && ', '}
                <a href={filteredSearch({ 'chu-de': topic })}>{labelOf(topic, TOPICS)}</a>
              </span>
            )),
        ],
        [
          'Nguồn',
          <>
            {report.source}
            {publishedOn && `, đăng ${formatDate(publishedOn)}`}
            {report.author && `, ${report.author}`}
          </>,
        ],
      ]}
    />
  );
}

/** The place then and now: `huyện Tuy Phước, Bình Định, nay thuộc Gia Lai`. */
function PlaceFact({ holding, holdings }: { holding: Holding; holdings: Holdings }) {
  const { report } = holding;
  const today = holdings.corpus.provinces.find(({ slug }) => slug === report.currentProvince);
  if (!today) {
    const value = placeValue(holding);
    return value === UNKNOWN.value ? (
      <span className="text-soft">Không rõ</span>
    ) : (
      <a href={placePath(value)}>{facetNamed('tinh').labelOf(value, holdings.vocabulary)}</a>
    );
  }
  const former = today.formerly.find(({ slug }) => slug === report.province);
  const united = today.formerly.length > 1;
  return (
    <>
      {report.district && `${report.district}, `}
      {former && united ? (
        <>
          <a href={placePath(`${today.slug}.${former.slug}`)}>
            {former.name}
            {former.name === today.name && ' (cũ)'}
          </a>
          , nay thuộc <a href={placePath(today.slug)}>{today.name}</a>
        </>
      ) : (
        <a href={placePath(today.slug)}>{today.name}</a>
      )}
    </>
  );
}

/** The period, leading to the most exact value of the facet that the report falls under. */
function PeriodFact({ report }: { report: Report }) {
  return <a href={filteredSearch({ ky: periodValues(report).at(-1) ?? '' })}>{periodInWords(report)}</a>;
}

function Abstract({ report }: { report: Report }) {
  return (
    <Section title="Tóm tắt" id="tom-tat">
      <p className="mt-1 text-sm text-soft">
        {report.ingest
          ? 'Tóm tắt và dữ kiện do chương trình của trang này rút ra từ bài, có thể sai: hãy đối chiếu nguồn.'
          : 'Tóm tắt do trang này viết, không phải nguyên văn.'}
        {report.seen === 'part' && ' Chỉ đọc được một phần của bài.'}
      </p>
      <div data-searched="" className="max-w-prose">
        {report.abstract.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="mt-3">
            {paragraph}
          </p>
        ))}
      </div>
    </Section>
  );
}

function Source({ report: { url, alsoAt, source } }: { report: Report }) {
  return (
    <div className="mt-5">
      {url ? (
        <>
          <a href={url} rel="noopener" className="inline-block min-h-6 font-semibold">
            Xem nguồn tại {source}
          </a>
          <span className="hidden break-all text-sm print:block">{url}</span>
        </>
      ) : (
        `Nguồn: ${source}; không rõ địa chỉ trên mạng.`
      )}
      {alsoAt.length > 0 && (
        <ul className="mt-1 text-sm text-soft">
          {alsoAt.map((address) => (
            <li key={address}>
              <a href={address} rel="noopener" className="inline-block min-h-6 break-all text-soft">
                Cũng đăng tại {new URL(address).hostname.replace(/^www\./, '')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FullText({ text }: { text: string }): ReactNode {
  return (
    <Section title="Toàn văn" id="toan-van">
      <div data-searched="" className="max-w-prose">
        {text.split(/\n+/).map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may repeat and never move
          <p key={i} className="mt-3">
            {paragraph}
          </p>
        ))}
      </div>
    </Section>
  );
}

function ReportJsonLd({ report }: { report: Report }) {
  const { licence } = siteSettings();
  return (
    <JsonLd
      data={{
        '@type': 'Report',
        headline: citedTitle(report),
        inLanguage: 'vi',
        url: addressOf(reportPath(report.id), siteAddress()),
        abstract: report.abstract,
        license: licence.url ?? licence.name,
        ...(report.url ? { isBasedOn: report.url } : {}),
        ...(report.publishedOn ? { datePublished: report.publishedOn } : {}),
        publisher: { '@type': 'Organization', name: report.source },
        ...(report.author ? { author: { '@type': 'Person', name: report.author } } : {}),
        ...(report.organization ? { about: { '@type': 'Organization', name: report.organization } } : {}),
      }}
    />
  );
}
