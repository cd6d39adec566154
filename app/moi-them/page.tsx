import { EarlyTaps } from '@/components/layout/early-taps';
import { CopyButton } from '@/components/outputs/copy-button';
import { Page, pageMetadata, Section } from '@/components/pages/page';
import { ReportList } from '@/components/pages/report-list';
import { formatCount, formatDate } from '@/lib/search/describe';
import { EMPTY_QUERY } from '@/lib/search/query';
import { additionsByDay } from '@/lib/site/browse/additions';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { feedHref } from '@/lib/site/outputs/links';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';

export const metadata = pageMetadata({
  title: 'Mới thêm',
  description: 'Những báo cáo mới vào danh mục, và cách nhận tin khi có báo cáo mới của một lượt tìm.',
  path: '/moi-them',
  feedOf: EMPTY_QUERY,
});

/** Reports shown of one day, and days shown. */
const OF_DAY = 20;
const DAYS = 10;

/** The feed as people read it: what came last, and how to hear of what comes. */
export default async function AdditionsPage() {
  const holdings = await currentHoldings();
  const feed = addressOf(feedHref(EMPTY_QUERY), siteAddress());
  return (
    <Page
      steps={[{ label: 'Mới thêm', path: '/moi-them' }]}
      title="Mới thêm"
      lead={
        <>
          Những báo cáo mới vào danh mục. <a href="#theo-doi">Cách nhận tin khi có báo cáo mới</a>
        </>
      }
    >
      {additionsByDay(holdings)
        .slice(0, DAYS)
        .map(({ day, those }) => (
          <Section key={day} title={`Ngày ${formatDate(day)}: ${formatCount(those.length)} báo cáo`}>
            <ReportList holdings={those.slice(0, OF_DAY)} vocabulary={holdings.vocabulary} />
            {those.length > OF_DAY && (
              <p className="mt-2 text-sm text-soft">
                và {formatCount(those.length - OF_DAY)} báo cáo nữa, cùng trong danh mục.
              </p>
            )}
          </Section>
        ))}
      <Section title="Nhận tin khi có báo cáo mới" id="theo-doi">
        <p className="mt-2 max-w-prose">
          Chép địa chỉ dưới đây vào một trình đọc tin (Feedly, Inoreader, Thunderbird, NetNewsWire…): trình đó
          tự hỏi và báo khi có báo cáo mới.
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <code className="text-sm break-all">{feed}</code>
          <EarlyTaps />
          <CopyButton text={feed} label="Sao chép" what="địa chỉ tin" />
        </p>
        <p className="mt-3 max-w-prose">
          Chỉ muốn tin của một địa phương, một văn bản hay một lượt tìm: mở trang tìm, lọc, rồi chép địa chỉ
          của “Tin Atom” ở cuối danh sách. Không dùng trình đọc tin thì bấm “Lưu lượt tìm này”: trang{' '}
          <a href="/cua-toi">Đã lưu</a> cho biết có gì mới từ lần trước.
        </p>
      </Section>
    </Page>
  );
}
