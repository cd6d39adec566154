import type { Metadata } from 'next';
import { Frame } from '@/components/layout/frame';
import { KeyList } from '@/components/search/keys';
import { siteSettings } from '@/lib/site/settings';

export const metadata: Metadata = {
  title: 'Trợ giúp',
  description: 'Cách tìm, cách lọc, các phím tắt và nguồn của báo cáo.',
  alternates: { canonical: '/tro-giup' },
};

const EXAMPLES = [
  ['tuyen giao hung yen', 'Không cần dấu. Có dấu thì báo cáo viết đúng như vậy lên trước.'],
  ['"dư luận xã hội"', 'Trong ngoặc kép: các tiếng đứng liền nhau, đúng thứ tự.'],
  ['báo chí -covid', 'Dấu trừ liền trước một chữ: bỏ báo cáo có chữ đó.'],
  ['05-CT/TW', 'Số văn bản viết cách nào cũng được: 05 CT TW, CT05, chỉ thị 05.'],
  [
    'chỉ thị 05 hải phòng 6 tháng đầu năm 2020',
    'Trang nhận ra văn bản, địa phương, kỳ báo cáo và mời lọc theo chúng.',
  ],
] as const;

export default function HelpPage() {
  const { scope, keeper, contact, mistakes, licence } = siteSettings();
  return (
    <Frame path="/tro-giup">
      <article className="max-w-prose py-8">
        <h1 className="text-2xl font-semibold">Trợ giúp</h1>

        <h2 className="mt-8 text-xl font-semibold">Tìm</h2>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {EXAMPLES.map(([text, meaning]) => (
            <div key={text} className="py-2.5">
              <dt>
                <a href={`/?q=${encodeURIComponent(text)}`}>{text}</a>
              </dt>
              <dd className="text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>

        <h2 className="mt-8 text-xl font-semibold">Lọc</h2>
        <p className="mt-3">
          Trong một bộ lọc, chọn nhiều giá trị là “hoặc”; giữa các bộ lọc là “và”. Con số cạnh mỗi giá trị là
          số báo cáo sẽ thấy nếu chọn giá trị đó. Tỉnh, thành phố là đơn vị từ ngày 1/7/2025; mở ra để chọn
          riêng tỉnh cũ. Báo cáo nhiều năm tính vào năm cuối.
        </p>

        <h2 className="mt-8 text-xl font-semibold">Chia sẻ</h2>
        <p className="mt-3">
          Mỗi lượt tìm có địa chỉ riêng: gửi địa chỉ đó, người nhận thấy đúng các báo cáo ấy, đúng thứ tự ấy.
        </p>

        <h2 className="mt-8 text-xl font-semibold">Phím tắt</h2>
        <div className="mt-3">
          <KeyList />
        </div>

        <h2 className="mt-8 text-xl font-semibold">Khi không có mạng</h2>
        <p className="mt-3">
          Sau lần mở đầu tiên, trang tìm và mọi báo cáo dùng được cả khi không có mạng, từ dữ liệu lưu trên
          máy này. Muốn bỏ bản lưu: mở <a href="/?sw=off">trang tìm với ?sw=off</a>; muốn có lại:{' '}
          <a href="/?sw=on">?sw=on</a>.
        </p>

        <h2 className="mt-8 text-xl font-semibold">Phạm vi và nguồn</h2>
        {[scope.holds, scope.lacks, scope.sources].map(
          (text) =>
            text && (
              <p key={text} className="mt-3">
                {text}
              </p>
            ),
        )}
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {keeper && (
            <>
              <dt className="text-soft">Đơn vị giữ trang</dt>
              <dd>{keeper.url ? <a href={keeper.url}>{keeper.name}</a> : keeper.name}</dd>
            </>
          )}
          {contact && (
            <>
              <dt className="text-soft">Liên hệ</dt>
              <dd>
                <a href={contact}>{contact.replace(/^mailto:/, '')}</a>
              </dd>
            </>
          )}
          <dt className="text-soft">Giấy phép dữ liệu</dt>
          <dd>{licence.url ? <a href={licence.url}>{licence.name}</a> : licence.name}</dd>
        </dl>

        <h2 id="bao-sai" className="mt-8 text-xl font-semibold">
          Báo chỗ sai
        </h2>
        <p className="mt-3">
          Mỗi báo cáo dẫn tới nguồn của nó: khi tóm tắt hay dữ kiện khác nguồn, nguồn đúng.{' '}
          {mistakes ? (
            <>
              Báo bằng “Báo sai” ở trang của báo cáo, hoặc gửi tới{' '}
              <a href={mistakes}>{mistakes.replace(/^mailto:/, '')}</a>.
            </>
          ) : (
            <>
              Trang này chưa ghi địa chỉ riêng để nhận: hãy báo{' '}
              {contact ? (
                <a href={contact}>nơi liên hệ của trang</a>
              ) : (
                'đơn vị hoặc người đã giới thiệu trang này với bạn'
              )}
              , kèm địa chỉ của báo cáo, chỗ sai và chỗ đúng trong nguồn.
            </>
          )}{' '}
          Mỗi báo cáo là một tệp: sửa tệp xong, mọi trang và mọi bản tải về đều theo.
        </p>
      </article>
    </Frame>
  );
}
