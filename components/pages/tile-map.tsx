import type { Count } from '@/lib/site/browse/counts';
import { shade } from '@/lib/site/browse/grid';
import { Legend } from './heat-table';

/**
 * Where each province stands among equal tiles: a word a tile, rows from north to south, columns from west to
 * east; `.` is empty. The two archipelagos stand east of the provinces they belong to.
 */
const MAP = `
  lai-chau  lao-cai      tuyen-quang    cao-bang    .           .
  dien-bien son-la       phu-tho        thai-nguyen lang-son    .
  .         .            ha-noi         bac-ninh    quang-ninh  .
  .         .            ninh-binh      hung-yen    hai-phong   .
  .         .            thanh-hoa      .           .           .
  .         .            nghe-an        .           .           .
  .         .            .              ha-tinh     .           .
  .         .            .              quang-tri   .           .
  .         .            .              hue         .           .
  .         .            .              .           da-nang     *hoang-sa
  .         .            .              .           quang-ngai  .
  .         .            .              .           gia-lai     .
  .         .            .              .           dak-lak     .
  .         .            dong-nai       lam-dong    khanh-hoa   *truong-sa
  .         tay-ninh     tp-ho-chi-minh .           .           .
  an-giang  dong-thap    vinh-long      .           .           .
  ca-mau    can-tho      .              .           .           .
`
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/));

/** Archipelagos, each under its province. */
const ISLANDS: Record<string, { name: string; province: string }> = {
  '*hoang-sa': { name: 'Hoàng Sa', province: 'da-nang' },
  '*truong-sa': { name: 'Trường Sa', province: 'khanh-hoa' },
};

export interface Tile extends Count {
  value: string;
  label: string;
  path: string;
}

/** Vietnam as equal tiles, each with its count; a tile leads to the page of its place. */
export function TileMap({ tiles, max }: { tiles: readonly Tile[]; max: number }) {
  const bySlug = new Map(tiles.map((tile) => [tile.value, tile]));
  const placed = new Set(MAP.flat());
  const rest = tiles.filter(({ value }) => !placed.has(value));
  return (
    <>
      <div className="mt-3 flex max-w-[27rem] flex-col gap-1 text-xs">
        {MAP.map((row, i) => (
          <div key={row.join(' ') + String(i)} className="grid grid-cols-6 gap-1">
            {row.map((cell, column) => {
              const island = ISLANDS[cell];
              const tile = bySlug.get(cell);
              const key = `${column} ${cell}`;
              if (island) {
                const province = bySlug.get(island.province);
                return (
                  <a
                    key={key}
                    href={province?.path ?? `/dia-phuong/${island.province}`}
                    className="flex min-h-13 flex-col justify-center border border-dashed border-line-strong px-0.5 text-center leading-tight text-ink no-underline hover:underline"
                  >
                    {island.name}
                    <span className="text-soft">({province?.label})</span>
                  </a>
                );
              }
              return tile ? <TileLink key={key} tile={tile} max={max} /> : <span key={key} />;
            })}
          </div>
        ))}
        {rest.length > 0 && (
          <div className="grid grid-cols-6 gap-1">
            {rest.map((tile) => (
              <TileLink key={tile.value} tile={tile} max={max} />
            ))}
          </div>
        )}
      </div>
      <Legend max={max} />
    </>
  );
}

function TileLink({ tile: { label, path, count }, max }: { tile: Tile; max: number }) {
  const level = shade(count, max);
  return (
    <a
      href={path}
      className={`flex min-h-13 flex-col justify-center px-0.5 text-center leading-tight no-underline hover:underline ${count === 0 ? 'border border-line text-ink' : level === 4 ? 'shade-4' : `text-ink shade-${level}`}`}
    >
      <span>{label}</span>
      <span className="font-semibold">
        {count}
        <span className="sr-only"> báo cáo</span>
      </span>
    </a>
  );
}
