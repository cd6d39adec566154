'use client';

import { useLinkClicks } from '@/components/search/search-link';
import { searchPath } from '@/lib/domain/paths';
import { NATIONAL, UNKNOWN } from '@/lib/domain/vocabulary';
import { type CrossCounts, type CrossHead, cellQuery } from '@/lib/search/cross-counts';
import { formatCount } from '@/lib/search/describe';
import type { Query } from '@/lib/search/query';
import { shade } from '@/lib/site/browse/shade';
import { Legend } from './legend';

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

interface Tile {
  value: string;
  label: string;
  count: number;
  href: string | undefined;
}

interface TileMapProps {
  /** The search that was counted. */
  state: Query;
  /** Its counts, with a row for each of today's provinces. */
  cross: CrossCounts;
}

/** Vietnam as equal tiles, each with its count; a tile leads to the search, narrowed to its place. */
export function TileMap({ state, cross }: TileMapProps) {
  const onClick = useLinkClicks();
  const tiles = cross.rows.filter(isProvince).map((row): Tile => {
    const query = row.total > 0 ? cellQuery(state, cross, row, null) : null;
    return {
      value: row.value,
      label: row.label,
      count: row.total,
      href: query === null ? undefined : searchPath(query),
    };
  });
  const max = tiles.reduce((most, { count }) => Math.max(most, count), 0);
  const bySlug = new Map(tiles.map((tile) => [tile.value, tile]));
  const placed = new Set(MAP.flat());
  const rest = tiles.filter(({ value }) => !placed.has(value));
  const elsewhere = cross.rows.filter((row) => !isProvince(row));
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for its links */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click too */}
      <div onClick={onClick} className="mt-3 flex max-w-[27rem] flex-col gap-1 text-xs">
        {MAP.map((row, i) => (
          <div key={row.join(' ') + String(i)} className="grid grid-cols-6 gap-1">
            {row.map((cell, column) => {
              const key = `${column} ${cell}`;
              const island = ISLANDS[cell];
              const tile = bySlug.get(island?.province ?? cell);
              if (!tile) return <span key={key} />;
              return island ? (
                <Island key={key} name={island.name} tile={tile} />
              ) : (
                <Place key={key} tile={tile} max={max} />
              );
            })}
          </div>
        ))}
        {rest.length > 0 && (
          <div className="grid grid-cols-6 gap-1">
            {rest.map((tile) => (
              <Place key={tile.value} tile={tile} max={max} />
            ))}
          </div>
        )}
        {elsewhere.length > 0 && (
          <p className="pt-1 text-sm text-soft">
            Ngoài bản đồ:{' '}
            {elsewhere.map((row, i) => {
              const query = cellQuery(state, cross, row, null);
              return (
                <span key={row.value}>
                  {i > 0 && ', '}
                  {query === null ? row.label : <a href={searchPath(query)}>{row.label}</a>}{' '}
                  {formatCount(row.total)}
                </span>
              );
            })}
          </p>
        )}
      </div>
      <Legend max={max} />
    </>
  );
}

function isProvince({ value }: CrossHead): boolean {
  return value !== NATIONAL.value && value !== UNKNOWN.value;
}

function Place({ tile: { label, count, href }, max }: { tile: Tile; max: number }) {
  const level = shade(count, max);
  const look = level === 0 ? 'border-line' : `shade-${level}`;
  const text = (
    <>
      <span>{label}</span>
      <span className="font-semibold">
        {formatCount(count)}
        <span className="sr-only"> báo cáo</span>
      </span>
    </>
  );
  if (href === undefined) return <p className={`tile ${look} text-soft`}>{text}</p>;
  return (
    <a href={href} className={`tile ${look}`}>
      {text}
    </a>
  );
}

/** An archipelago stands for itself; its reports are its province's. */
function Island({ name, tile: { label, href } }: { name: string; tile: Tile }) {
  const text = (
    <>
      {name}
      <span className="text-soft">({label})</span>
    </>
  );
  if (href === undefined) return <p className="tile border-dashed border-line-strong">{text}</p>;
  return (
    <a href={href} className="tile border-dashed border-line-strong">
      {text}
    </a>
  );
}
