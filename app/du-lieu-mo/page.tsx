import type { Metadata } from 'next';
import { JsonLd } from '@/components/pages/json-ld';
import { Page, pageMetadata, ScrollRegion, Section } from '@/components/pages/page';
import { isServed } from '@/lib/domain/edition';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { type BulkFile, bulkFiles, bulkPath } from '@/lib/site/open/bulk';
import { DEFAULT_SIZE, MAX_SIZE } from '@/lib/site/open/openapi';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { siteSettings } from '@/lib/site/settings';

export const metadata: Metadata = pageMetadata({
  title: 'Dữ liệu mở',
  description: 'Toàn bộ báo cáo, văn bản và địa phương: tệp CSV, JSON Lines, SQLite và giao diện lập trình.',
  path: '/du-lieu-mo',
});

const CALLS = [
  [
    '/api/v1/search?q=tuyen+giao&tinh=hung-yen&size=50',
    `Tìm báo cáo, mọi tham số của trang tìm; size từ 1 đến ${MAX_SIZE} (mặc định ${DEFAULT_SIZE}), trang từ 1.`,
  ],
  ['/api/v1/reports/<mã>', 'Một báo cáo.'],
  ['/api/v1/directives', 'Danh mục văn bản, mỗi văn bản kèm số báo cáo nhắc tới.'],
  ['/api/v1/places', 'Tỉnh, thành phố hiện nay và trước ngày 1/7/2025.'],
  ['/api/v1/counts?rows=tinh&columns=ky', 'Số báo cáo theo hai bộ lọc; nhận mọi tham số của trang tìm.'],
] as const;

const PROBLEMS = [
  [
    'tham-so-sai',
    '400',
    'Tham số của riêng giao diện (size, trang, rows, columns) không hợp lệ. Giá trị lạ của bộ lọc không phải là lỗi: được bỏ qua và nêu trong notices.',
  ],
  ['khong-co', '404', 'Chưa bao giờ có báo cáo mang mã này.'],
  ['da-rut', '410', 'Báo cáo đã được rút; detail nêu lý do.'],
] as const;

export default async function OpenDataPage() {
  const { name, purpose, licence, keeper } = siteSettings();
  const files = await bulkFiles(await currentHoldings());
  const rights = licence.url ? <a href={licence.url}>{licence.name}</a> : licence.name;
  return (
    <Page
      steps={[{ label: 'Dữ liệu mở', path: '/du-lieu-mo' }]}
      title="Dữ liệu mở"
      lead={
        <>
          Mọi dữ kiện và tóm tắt trên trang này đều tải về được. Giấy phép: {rights}. Toàn văn thuộc các
          nguồn, không nằm trong tệp.
        </>
      }
    >
      <DataJsonLd
        name={name}
        purpose={purpose}
        licence={licence.url ?? licence.name}
        keeper={keeper}
        files={files}
      />
      <Section title="Tệp" id="tep">
        <ScrollRegion label="Tệp dữ liệu">
          {/* On a phone the hash stands below its file. */}
          <table className="w-full text-sm max-sm:block">
            <thead className="max-sm:hidden">
              <tr className="border-b border-line text-left">
                <th scope="col" className="py-2 pr-4">
                  Tệp
                </th>
                <th scope="col" className="py-2 pr-4 text-right">
                  Kích thước
                </th>
                <th scope="col" className="py-2">
                  SHA-256
                </th>
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {files.map((file) => (
                <tr
                  key={file.name}
                  className="border-b border-line align-top max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:py-2"
                >
                  <td className="pr-4 sm:py-2">
                    <a href={bulkPath(file.name)}>{file.name}</a>
                    <div className="text-soft">{file.title}</div>
                  </td>
                  <td className="text-right whitespace-nowrap sm:py-2 sm:pr-4">
                    {sizeInWords(file.bytes.length)}
                  </td>
                  <td className="max-sm:w-full sm:py-2">
                    <code className="text-xs break-all">{file.hash}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p className="mt-3 max-w-prose text-soft">
          Trong tệp SQLite, bảng reports_fts tìm toàn văn, có dấu hay không dấu:
        </p>
        <pre className="mt-2 overflow-x-auto rounded-md bg-wash p-3 text-sm">
          {
            "SELECT r.id, r.title FROM reports_fts JOIN reports r ON r.rowid = reports_fts.rowid\nWHERE reports_fts MATCH 'tuyên giáo' ORDER BY rank LIMIT 10;"
          }
        </pre>
      </Section>
      {isServed('/api/v1') && <Programs />}
      <Section title="Thay đổi" id="thay-doi">
        <p className="mt-3 max-w-prose">
          Tệp và giao diện lập trình có thể thêm trường và tham số; không bỏ và không đổi nghĩa trường nào.
          Nếu phải đổi, phiên bản 2 đứng ở địa chỉ khác, phiên bản 1 được giữ ít nhất một năm kể từ ngày báo ở
          đây và mang các đầu mục Deprecation và Sunset. Cột của tệp CSV chỉ được thêm ở cuối.
        </p>
      </Section>
    </Page>
  );
}

/** What programs may ask, and what they are told where it fails. */
function Programs() {
  return (
    <>
      <Section title="Giao diện lập trình" id="api">
        <p className="mt-3 max-w-prose">
          Chỉ đọc, không cần đăng ký, gọi được từ trang khác (CORS). Mô tả theo OpenAPI 3.1:{' '}
          <a href="/api/v1/openapi.json">openapi.json</a>. Mỗi câu trả lời có ETag; gửi lại trong
          If-None-Match để khỏi tải khi chưa có gì mới.
        </p>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {CALLS.map(([path, meaning]) => (
            <div key={path} className="py-2.5">
              <dt>
                <code className="text-sm break-all">
                  {path.includes('<') ? path : <a href={path}>{path}</a>}
                </code>
              </dt>
              <dd className="text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Lỗi" id="loi">
        <p className="mt-3 max-w-prose">
          Lỗi trả về dạng application/problem+json (RFC 9457); type không đổi:
        </p>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {PROBLEMS.map(([id, status, meaning]) => (
            <div key={id} id={id} className="py-2.5">
              <dt>
                <code className="text-sm">/du-lieu-mo#{id}</code> · {status}
              </dt>
              <dd className="text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

function sizeInWords(bytes: number): string {
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1024)} KiB`;
}

function DataJsonLd({
  name,
  purpose,
  licence,
  keeper,
  files,
}: {
  name: string;
  purpose: string;
  licence: string;
  keeper: { name: string; url: string | null } | null;
  files: readonly BulkFile[];
}) {
  const site = siteAddress();
  return (
    <JsonLd
      data={{
        '@type': 'DataCatalog',
        name,
        url: addressOf('/du-lieu-mo', site),
        dataset: {
          '@type': 'Dataset',
          name,
          description: purpose,
          inLanguage: 'vi',
          license: licence,
          isAccessibleForFree: true,
          url: addressOf('/du-lieu-mo', site),
          ...(keeper
            ? {
                creator: {
                  '@type': 'Organization',
                  name: keeper.name,
                  ...(keeper.url ? { url: keeper.url } : {}),
                },
              }
            : {}),
          distribution: files.map((file) => ({
            '@type': 'DataDownload',
            name: file.title,
            encodingFormat: file.mediaType.split(';')[0],
            contentUrl: addressOf(bulkPath(file.name), site),
            contentSize: `${file.bytes.length} B`,
            sha256: file.hash,
          })),
        },
      }}
    />
  );
}
