import { useEffect, useRef, useState } from 'react';
import { askSearch } from '@/components/search/ask';
import { reportPath, searchPath } from '@/lib/domain/paths';
import { formatCount, formatDate } from '@/lib/search/describe';
import {
  type Device,
  merged,
  newReports,
  parseDevice,
  type SavedSearch,
  withoutSearch,
  withVisit,
} from '@/lib/site/outputs/device';
import { changeDevice, useDevice } from './use-device';

type Now = Pick<SavedSearch, 'total' | 'newest'>;

/** What this device keeps: searches saved, with what came since the last visit, and reports seen last. */
export function Kept({ indexAddress }: { indexAddress: string }) {
  const device = useDevice();
  const [told, setTold] = useState('');
  const found = useNewest(device?.searches, indexAddress);

  function change(how: (device: Device) => Device, done = '') {
    setTold(changeDevice(how) ? done : 'Trình duyệt này không cho lưu.');
  }

  if (!device) return <p className="mt-6 text-soft noscript:hidden">Đang mở…</p>;
  const fresh = device.searches.filter((one) => countNew(one, found) > 0);
  return (
    <>
      <h2 className="mt-8 text-xl font-semibold">Lượt tìm đã lưu</h2>
      {device.searches.length === 0 ? (
        <p className="mt-2 text-soft">
          Chưa có. Ở <a href="/">trang tìm</a>, tìm hoặc lọc rồi bấm “Lưu lượt tìm này” dưới kết quả: lần sau
          mở trang này sẽ thấy có báo cáo mới hay không.
        </p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {device.searches.map((one) => (
            <SearchRow
              key={one.query}
              search={one}
              found={found.get(one.query)}
              onForget={() => change((now) => withoutSearch(now, one.query), 'Đã bỏ một lượt tìm.')}
            />
          ))}
        </ul>
      )}
      {fresh.length > 0 && (
        <button
          type="button"
          onClick={() => change((now) => fresh.reduce((all, one) => seen(all, one, found), now))}
          className="control mt-3 px-3 text-sm"
        >
          Đánh dấu tất cả đã xem
        </button>
      )}

      <h2 className="mt-8 text-xl font-semibold">Báo cáo xem gần đây</h2>
      {device.reports.length === 0 ? (
        <p className="mt-2 text-soft">Chưa có.</p>
      ) : (
        <>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {device.reports.map(({ id, title, detail }) => (
              <li key={id} className="py-2.5">
                <a href={reportPath(id)}>{title}</a>
                {detail && <p className="text-sm text-soft">{detail}</p>}
              </li>
            ))}
          </ul>
          <button
            type="button"
            onClick={() => change((now) => ({ ...now, reports: [] }), 'Đã xóa danh sách.')}
            className="control mt-3 px-3 text-sm"
          >
            Xóa danh sách này
          </button>
        </>
      )}

      <h2 className="mt-8 text-xl font-semibold">Mang sang máy khác</h2>
      <div className="mt-2 flex flex-wrap items-center gap-3 text-sm">
        <button type="button" onClick={() => download(device)} className="control px-3">
          Tải về một tệp
        </button>
        <ImportField
          onRead={(other) => {
            if (other) change((now) => merged(now, other), 'Đã nhập tệp.');
            else setTold('Tệp này không phải tệp tải về từ trang “Đã lưu”.');
          }}
        />
      </div>
      <p role="status" className="mt-2 min-h-6 text-sm">
        {told}
      </p>
    </>
  );
}

interface SearchRowProps {
  search: SavedSearch;
  /** What it finds now; undefined while that is asked. */
  found: Now | 'failed' | undefined;
  onForget(): void;
}

function SearchRow({ search, found, onForget }: SearchRowProps) {
  const words = search.words || 'Tất cả báo cáo';
  const now = found && found !== 'failed' ? found : null;
  const fresh = now ? newReports(search, now) : 0;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-2.5">
      <div className="mr-auto min-w-0">
        <a href={fresh > 0 ? newestHref(search.query) : searchPath(search.query)}>{words}</a>
        <p className="text-sm text-soft">
          {fresh > 0 && (
            <>
              <strong className="text-ink">{formatCount(fresh)} báo cáo mới</strong> ·{' '}
            </>
          )}
          {formatCount(now?.total ?? search.total)} báo cáo · lưu ngày{' '}
          {formatDate(search.savedAt.slice(0, 10))}
          {found === 'failed' && ' · chưa hỏi được có báo cáo mới hay không'}
        </p>
      </div>
      <button
        type="button"
        aria-label={`Bỏ lưu: ${words}`}
        onClick={onForget}
        className="link-button min-h-8 text-sm"
      >
        Bỏ lưu
      </button>
    </li>
  );
}

/** Reads a file that `download` made; gives null for any other. */
function ImportField({ onRead }: { onRead(device: Device | null): void }) {
  return (
    <label className="control flex items-center px-3 focus-within:outline-2 focus-within:outline-accent">
      Nhập từ tệp
      <input
        type="file"
        accept="application/json,.json"
        className="sr-only"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) onRead(await file.text().then(parseDevice, () => null));
          target.value = '';
        }}
      />
    </label>
  );
}

/** What each saved search finds now, asked one after the other when the page is opened. */
function useNewest(
  searches: readonly SavedSearch[] | undefined,
  indexAddress: string,
): ReadonlyMap<string, Now | 'failed'> {
  const [found, setFound] = useState<ReadonlyMap<string, Now | 'failed'>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const open = (searches ?? []).filter(({ query }) => !asked.current.has(query));
    for (const { query } of open) asked.current.add(query);
    void (async () => {
      for (const { query, total, newest } of open) {
        const now = await newestOf(query, indexAddress);
        setFound((known) => new Map(known).set(query, now));
        // Nothing new: from now on the newest are known by name too.
        if (now !== 'failed' && newest.length === 0 && now.total === total) {
          changeDevice((device) => withVisit(device, query, now));
        }
      }
    })();
  }, [searches, indexAddress]);
  return found;
}

async function newestOf(query: string, indexAddress: string): Promise<Now | 'failed'> {
  try {
    const { total, results } = await askSearch(newestQuery(query), indexAddress);
    return { total, newest: results.map(({ id }) => id) };
  } catch {
    return 'failed';
  }
}

function countNew(search: SavedSearch, found: ReadonlyMap<string, Now | 'failed'>): number {
  const now = found.get(search.query);
  return now && now !== 'failed' ? newReports(search, now) : 0;
}

function seen(device: Device, { query }: SavedSearch, found: ReadonlyMap<string, Now | 'failed'>): Device {
  const now = found.get(query);
  return now && now !== 'failed' ? withVisit(device, query, now) : device;
}

const newestHref = (query: string) => `/?${newestQuery(query)}`;

/** The same search, newest first. */
function newestQuery(query: string): string {
  return /(^|&)q=/.test(query) ? `${query}&sap-xep=moi-nhat` : query;
}

/** Hands over everything kept as a file. */
function download(device: Device): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(device, null, 1)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tra-cuu-bao-cao.json';
  link.click();
  URL.revokeObjectURL(url);
}
