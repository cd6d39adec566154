import { directivePath, placePath } from '@/lib/domain/paths';
import { byDirective, byYear, inPlace } from '@/lib/site/browse/counts';
import type { Holdings } from '@/lib/site/browse/holdings';
import { filteredBy, filteredSearch } from '@/lib/site/browse/links';
import { formerOf, type PlacePage } from '@/lib/site/browse/place-pages';
import { BarTable, YearTable } from './bars';
import { Facts } from './facts';
import { JsonLd } from './json-ld';
import { Outputs } from './outputs';
import { Page, Section } from './page';
import { ReportList, SeeAll } from './report-list';

const SHOWN = 8;
const DIRECTIVES = 10;

/** The page of a place: what it is, its reports by year and kind, the documents they cite, what is missing. */
export function PlaceView({ page, holdings }: { page: PlacePage; holdings: Holdings }) {
  const those = inPlace(holdings, page.value);
  const within = { tinh: page.value };
  const rows = byYear(those, within);
  const missing = rows.flatMap(({ year, count }) => (count === 0 && year !== null ? [year] : []));
  const directives = byDirective(those, holdings, within).slice(0, DIRECTIVES);
  return (
    <Page
      steps={[
        { label: 'Địa phương', path: '/dia-phuong' },
        ...(page.kind === 'former'
          ? [{ label: page.province.name, path: placePath(page.province.slug) }]
          : []),
        { label: page.name, path: placePath(page.value) },
      ]}
      title={page.name}
      lead={page.kind === 'national' ? 'Hội nghị, báo cáo ở cấp trung ương, về cả nước.' : undefined}
    >
      {page.kind !== 'national' && (
        <JsonLd
          data={{
            '@type': 'AdministrativeArea',
            name: page.fullName,
            containedInPlace: { '@type': 'Country', name: 'Việt Nam' },
          }}
        />
      )}
      <PlaceFacts page={page} holdings={holdings} />
      {those.length === 0 ? (
        <Section title="Báo cáo">
          <p className="mt-2">
            Danh mục chưa có báo cáo nào của nơi này. Xem{' '}
            <a href="/tong-quan#con-thieu">danh mục còn thiếu gì</a> hoặc{' '}
            <a href="/dia-phuong">địa phương khác</a>.
          </p>
        </Section>
      ) : (
        <>
          <Section title={`Báo cáo (${those.length})`} id="bao-cao">
            <ReportList holdings={those.slice(0, SHOWN)} vocabulary={holdings.vocabulary} />
            <SeeAll href={filteredSearch(within)} count={those.length} />
            <Outputs query={filteredBy(within)} />
          </Section>
          <Section title="Theo năm và loại hội nghị" id="theo-nam">
            <YearTable rows={rows} caption={`Báo cáo của ${page.fullName} theo năm và loại hội nghị`} />
            {missing.length > 0 && (
              <p className="mt-2 text-sm text-soft">Năm chưa có báo cáo: {missing.reverse().join(', ')}.</p>
            )}
          </Section>
          {directives.length > 0 && (
            <Section title="Văn bản được nhắc tới nhiều" id="van-ban">
              <BarTable
                heading="Văn bản"
                caption={`Văn bản mà báo cáo của ${page.fullName} nhắc tới nhiều`}
                rows={directives.map(({ slug, title, ...row }) => ({
                  ...row,
                  value: slug,
                  detail: title,
                  path: directivePath(slug),
                }))}
              />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function PlaceFacts({ page, holdings }: { page: PlacePage; holdings: Holdings }) {
  if (page.kind === 'national') return null;
  const { province } = page;
  if (page.kind === 'former') {
    return (
      <Facts
        facts={[
          ['Tên đầy đủ', page.former.fullName],
          [
            'Nay thuộc',
            <a key="nay" href={placePath(province.slug)}>
              {province.fullName}
            </a>,
          ],
          ['Vùng (khi đó)', page.former.region],
          ['Tỉnh lỵ (khi đó)', page.former.capital],
          [
            'Cùng hợp nhất với',
            formerOf(province)
              .filter(({ slug }) => slug !== page.former.slug)
              .map(({ slug, name }, i) => (
                <span key={slug}>
                  {i > 0 && ', '}
                  <a href={placePath(`${province.slug}.${slug}`)}>{name}</a>
                </span>
              )),
          ],
        ]}
      />
    );
  }
  const former = formerOf(province);
  return (
    <Facts
      facts={[
        ['Tên đầy đủ', province.fullName],
        ['Vùng', province.region],
        ['Tỉnh lỵ', province.capital],
        [
          'Trước ngày 1/7/2025',
          former.length === 0
            ? 'Giữ nguyên, không sáp nhập'
            : former.map(({ slug, name }, i) => (
                <span key={slug}>
                  {i > 0 && ', '}
                  <a href={placePath(`${province.slug}.${slug}`)}>{name}</a>{' '}
                  <span className="text-sm text-soft">
                    ({inPlace(holdings, `${province.slug}.${slug}`).length} báo cáo)
                  </span>
                </span>
              )),
        ],
      ]}
    />
  );
}
