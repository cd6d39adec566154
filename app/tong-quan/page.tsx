import { Suspense } from 'react';
import { BarTable, YearTable } from '@/components/pages/bars';
import { Page, pageMetadata, Section } from '@/components/pages/page';
import { CrossTable, TileMap, Timeline } from '@/components/views/lazy';
import { placePath } from '@/lib/domain/paths';
import { REPORT_KINDS } from '@/lib/domain/vocabulary';
import { formatCount } from '@/lib/search/describe';
import { EMPTY_QUERY } from '@/lib/search/query';
import { answer, crossOf } from '@/lib/search/store';
import { timelineOf } from '@/lib/search/timeline';
import { byYear } from '@/lib/site/browse/counts';
import {
  type FormerProvinceHoldings,
  formerProvinces,
  type Gaps,
  gapsOf,
  TOLD_YEARS,
} from '@/lib/site/browse/gaps';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { filteredSearch } from '@/lib/site/browse/links';

export const metadata = pageMetadata({
  title: 'Tổng quan',
  description:
    'Danh mục có gì và thiếu gì: báo cáo theo địa phương và năm, theo loại hội nghị, văn bản được nhắc tới nhiều qua các năm.',
  path: '/tong-quan',
});

/** Documents whose course over the years is shown. */
const DIRECTIVES = 15;

export default async function OverviewPage() {
  const [holdings, everything, places, map, directives] = await Promise.all([
    currentHoldings(),
    answer(''),
    crossOf('', 'tinh', 'ky'),
    crossOf('', 'tinh', 'ky', { every: true }),
    crossOf('', 'vb', 'ky'),
  ]);
  const { all } = holdings;
  if (all.length === 0) return <EmptyOverview />;
  return (
    <Page
      steps={[{ label: 'Tổng quan', path: '/tong-quan' }]}
      title="Tổng quan"
      lead={`${formatCount(all.length)} báo cáo trong danh mục, nhìn theo năm, địa phương và văn bản. Chạm một con số để mở các báo cáo ấy. Lượt tìm nào cũng xem được như vậy: tìm rồi chọn “Nơi và năm” hay “Bản đồ”.`}
    >
      <nav aria-label="Các phần" className="mt-3 flex flex-wrap gap-x-5 text-sm print:hidden">
        {[
          ['#theo-nam', 'Theo năm'],
          ['#ban-do', 'Bản đồ'],
          ['#dia-phuong-nam', 'Địa phương và năm'],
          ['#van-ban', 'Văn bản qua các năm'],
          ['#con-thieu', 'Còn thiếu gì'],
          ['#tinh-truoc-sap-nhap', 'Từng tỉnh trước 1/7/2025'],
        ].map(([href, label]) => (
          <a key={href} href={href} className="inline-flex min-h-8 items-center">
            {label}
          </a>
        ))}
        <a href="/so-lieu" className="inline-flex min-h-8 items-center">
          Bảng số liệu
        </a>
      </nav>
      <div className="mt-4 max-w-results">
        <Timeline years={timelineOf(everything)} state={EMPTY_QUERY} />
      </div>
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,46rem)_minmax(0,27rem)]">
        <div className="min-w-0">
          <Section title="Theo năm và loại hội nghị" id="theo-nam">
            <YearTable rows={byYear(all)} caption="Báo cáo theo năm và loại hội nghị" />
          </Section>
          <Section title="Theo loại hội nghị">
            <BarTable
              heading="Loại hội nghị"
              caption="Báo cáo theo loại hội nghị"
              rows={REPORT_KINDS.map(({ value, label }) => ({
                value,
                label,
                count: all.filter(({ report }) => report.kind === value).length,
                href: filteredSearch({ loai: value }),
              }))}
            />
          </Section>
        </div>
        <Section title="Bản đồ 34 tỉnh, thành phố" id="ban-do">
          <p className="mt-1 text-sm text-soft">
            Mỗi ô là một tỉnh, thành phố từ ngày 1/7/2025, đặt gần đúng vị trí; con số là số báo cáo.
          </p>
          <Suspense>
            <TileMap state={EMPTY_QUERY} cross={{ ...map, columns: [], counts: [] }} />
          </Suspense>
        </Section>
      </div>
      <Section title="Địa phương và năm" id="dia-phuong-nam">
        <p className="mt-1 text-sm text-soft">
          Nhiều báo cáo nhất đứng trước. <a href="/?xem=bang-tinh-cu">Tách riêng các tỉnh trước sáp nhập</a>
        </p>
        <Suspense>
          <CrossTable
            state={EMPTY_QUERY}
            cross={places}
            caption="Số báo cáo theo địa phương và năm"
            heading="Địa phương"
          />
        </Suspense>
      </Section>
      <Section title="Văn bản qua các năm" id="van-ban">
        <p className="mt-1 text-sm text-soft">
          Văn bản được nhắc tới nhiều nhất, theo năm của báo cáo nhắc tới.{' '}
          <a href="/van-ban">Xem mọi văn bản</a>
        </p>
        <Suspense>
          <CrossTable
            state={EMPTY_QUERY}
            cross={{
              ...directives,
              rows: directives.rows.slice(0, DIRECTIVES),
              counts: directives.counts.slice(0, DIRECTIVES),
            }}
            caption="Số báo cáo nhắc tới mỗi văn bản, theo năm"
            heading="Văn bản"
          />
        </Suspense>
      </Section>
      <Lacking gaps={gapsOf(holdings)} />
      <FormerProvinces provinces={formerProvinces(holdings)} />
    </Page>
  );
}

/** What the catalogue lacks, said as plainly as what it holds. */
function Lacking({ gaps }: { gaps: Gaps }) {
  const links = (places: Gaps['provinces']) =>
    places.map(({ value, label }, i) => (
      <span key={value}>
        {i > 0 && ', '}
        <a href={placePath(value)}>{label}</a>
      </span>
    ));
  return (
    <Section title="Còn thiếu gì" id="con-thieu">
      <ul className="mt-2 max-w-results list-disc space-y-1.5 pl-5">
        {gaps.provinces.length > 0 && <li>Chưa có báo cáo nào của {links(gaps.provinces)}.</li>}
        {gaps.formerProvinces.length > 0 && (
          <li>Chưa có báo cáo riêng của tỉnh trước sáp nhập: {links(gaps.formerProvinces)}.</li>
        )}
        {gaps.years.length > 0 && <li>Không có báo cáo cho các năm {gaps.years.join(', ')}.</li>}
        {gaps.noYear.count > 0 && (
          <li>
            <a href={gaps.noYear.href}>{formatCount(gaps.noYear.count)} báo cáo</a> không rõ thuộc năm nào.
          </li>
        )}
        {gaps.noPlace.count > 0 && (
          <li>
            <a href={gaps.noPlace.href}>{formatCount(gaps.noPlace.count)} báo cáo</a> không rõ địa phương.
          </li>
        )}
        {gaps.unresolved > 0 && (
          <li>
            {formatCount(gaps.unresolved)} trong {formatCount(gaps.citations)} lần nhắc tới văn bản chưa xác
            định được là văn bản nào.
          </li>
        )}
        <li>
          Danh mục gom từ các trang công khai còn đọc được: ít báo cáo ở một năm hay một địa phương không có
          nghĩa là ít hội nghị.
        </li>
      </ul>
    </Section>
  );
}

/** Each of the 63 provinces of before the merger, with what the catalogue lacks of it. */
function FormerProvinces({ provinces }: { provinces: readonly FormerProvinceHoldings[] }) {
  return (
    <Section
      title={`Từng tỉnh, thành phố trước 1/7/2025 (${provinces.length})`}
      id="tinh-truoc-sap-nhap"
      className="off-screen-lazy"
    >
      <p className="mt-1 max-w-results text-sm text-soft">
        Số báo cáo, rồi những gì chưa có: năm nào trong các năm {TOLD_YEARS.first}–{TOLD_YEARS.last}, loại hội
        nghị nào, báo cáo cấp huyện, xã.
      </p>
      <ul className="mt-2 columns-1 gap-x-10 text-sm sm:columns-2 [&>li]:break-inside-avoid [&>li]:py-1">
        {provinces.map(({ value, name, count, years, kinds, noDistrict }) => {
          const lacking = [
            years.length > 0 && `năm ${years.join(', ')}`,
            kinds.length > 0 && kinds.join(', '),
            noDistrict && 'cấp huyện, xã',
          ].filter(Boolean);
          return (
            <li key={value}>
              <a href={placePath(value)} className="inline-block min-h-6 font-semibold">
                {name}
              </a>{' '}
              {formatCount(count)} báo cáo
              {lacking.length > 0 && <span className="text-soft"> · chưa có: {lacking.join('; ')}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The page of a catalogue that was only just begun. */
function EmptyOverview() {
  return (
    <Page
      steps={[{ label: 'Tổng quan', path: '/tong-quan' }]}
      title="Tổng quan"
      lead="Danh mục này chưa có báo cáo nào. Khi có, trang này đếm chúng theo năm, địa phương và văn bản."
    >
      <p className="mt-4 flex flex-wrap gap-x-5">
        <a href="/van-ban">Danh mục văn bản</a>
        <a href="/dia-phuong">Danh mục địa phương</a>
      </p>
    </Page>
  );
}
