'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useGo, useLinkClicks } from '@/components/search/search-link';
import { searchPath } from '@/lib/domain/paths';
import { formatCount } from '@/lib/search/describe';
import { type Query, serialiseQuery } from '@/lib/search/query';
import { type TimelineYear, withYears } from '@/lib/search/timeline';
import './views.css';

/** Bars that fit on a narrow and on a wide screen at 24 px each; older years share the first bar. */
const NARROW = 12;
const WIDE = 24;
/** Height of the tallest bar, in pixels. */
const HEIGHT = 28;

/** One bar: a year, or all the years before the first that has its own. */
interface Bar extends Omit<TimelineYear, 'year'> {
  from: number;
  to: number;
  /** On which screens it stands. */
  on: 'all' | 'narrow' | 'wide';
}

interface TimelineProps {
  years: readonly TimelineYear[];
  /** The search that was counted. */
  state: Query;
  /** What stands at the left below the bars. */
  children?: ReactNode;
  /** What is told beside it, in place of how to use the bars. */
  note?: ReactNode;
}

/**
 * The found reports by year. Each bar is a link to its year; a drag across, or Shift with the arrows, takes a span
 * of years (`ky=2018..2020`). One stop for the keyboard; for a screen reader a table.
 */
export function Timeline({ years, state, children, note }: TimelineProps) {
  const go = useGo();
  const onLinkClick = useLinkClicks();
  const table = useRef<HTMLTableElement>(null);
  /** Years under the finger or the arrows: where it began, where it is. */
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const dragged = useRef(false);
  const [focused, setFocused] = useState<number | null>(null);
  // Until scripts run each bar is a stop of its own: arrows would not reach the others.
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);

  const some = years.some(({ chosen }) => chosen);
  if (!some && years.every(({ count }) => count === 0)) {
    return (
      <>
        {children}
        {note}
      </>
    );
  }
  const bars = barsOf(years);
  const max = bars.reduce((most, { count }) => Math.max(most, count), 0);
  const within = brush ? ([...brush].sort((a, b) => a - b) as [number, number]) : null;
  const isInside = ({ from, to, chosen }: Bar) =>
    within ? from <= within[1] && to >= within[0] : some && chosen;
  const query = (from: number, to: number) => serialiseQuery(withYears(state, from, to));
  const stop = focused ?? bars.findLast(({ count }) => count > 0)?.from ?? bars.at(-1)?.from;

  function barAt({ clientX, clientY }: PointerEvent): Bar | undefined {
    const cell = document.elementFromPoint(clientX, clientY)?.closest('td, th');
    const row = cell?.closest('table') === table.current ? cell?.closest('tr') : null;
    const at = row && cell ? [...row.children].indexOf(cell) : -1;
    return bars[at];
  }

  function onPointerDown(event: PointerEvent) {
    dragged.current = false;
    const bar = event.button === 0 ? barAt(event) : undefined;
    if (bar) setBrush([bar.from, bar.to]);
  }

  function onPointerMove(event: PointerEvent) {
    if (!brush) return;
    const bar = barAt(event);
    if (!bar || (bar.from <= brush[1] && bar.to >= brush[1])) return;
    dragged.current = true;
    setBrush([brush[0], bar.from >= brush[0] ? bar.to : bar.from]);
  }

  function onPointerUp() {
    if (brush && dragged.current) go(query(...brush));
    setBrush(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const seen = bars.filter(({ count }, i) => count > 0 && isSeen(table.current, i));
    const at = seen.findIndex(({ from }) => from === stop);
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: seen.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const bar = seen[Math.min(Math.max(next, 0), seen.length - 1)];
      if (!bar) return;
      setFocused(bar.from);
      setBrush(event.shiftKey ? [brush?.[0] ?? stop ?? bar.from, bar.from] : null);
      const cell = table.current?.tBodies[0]?.rows[0]?.cells[bars.indexOf(bar)];
      cell?.querySelector('a')?.focus();
    } else if (event.key === 'Enter' && brush) {
      event.preventDefault();
      go(query(...brush));
      setBrush(null);
    } else if (event.key === 'Escape' && brush) {
      event.stopPropagation();
      setBrush(null);
    }
  }

  return (
    <section aria-label="Theo năm" className="print:hidden">
      <table
        ref={table}
        onClick={(event) => {
          // The end of a drag is no click on the bar under it.
          if (dragged.current) event.preventDefault();
          else onLinkClick(event);
          dragged.current = false;
        }}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={onPointerUp}
        onPointerCancel={() => setBrush(null)}
        className="timeline w-full table-fixed text-xs"
      >
        <caption className="sr-only">Số báo cáo theo năm</caption>
        <thead className="text-soft">
          <tr>
            {bars.map((bar) => (
              <th
                key={`${bar.from} ${bar.on}`}
                scope="col"
                className={`${ON[bar.on]} ${isInside(bar) ? 'inside' : ''}`}
              >
                <Year year={bar.to} before={bar.from === bar.to ? '' : '≤'} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {bars.map((bar) => (
              <td
                key={`${bar.from} ${bar.on}`}
                className={`${ON[bar.on]} ${isInside(bar) ? 'inside' : within || some ? 'outside' : ''}`}
              >
                {bar.count > 0 ? (
                  <a
                    href={searchPath(query(bar.from, bar.to))}
                    draggable={false}
                    tabIndex={live && bar.from !== stop ? -1 : undefined}
                    onFocus={() => setFocused(bar.from)}
                    aria-current={some && bar.chosen ? 'true' : undefined}
                    aria-label={`${bar.from === bar.to ? `Năm ${bar.to}` : `Đến năm ${bar.to}`}: ${formatCount(bar.count)} báo cáo`}
                  >
                    {formatCount(bar.count)}
                    <Column bar={bar} max={max} />
                  </a>
                ) : (
                  <span className="sr-only">0</span>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {/* As high as with both in it: where nothing was asked for, the ways to look come with the first letter. */}
      <div
        className={`flex flex-wrap items-center gap-x-5 text-xs text-soft sm:min-h-8 ${children === undefined ? '' : 'min-h-18'}`}
      >
        {children}
        {/* As high as two lines on a phone, so that nothing moves when something is told. */}
        <div className="min-w-0 max-sm:min-h-10 max-sm:w-full sm:flex-1">
          {within && within[0] !== within[1] ? (
            <strong className="text-ink">
              {within[0]}–{within[1]}:{' '}
              {formatCount(
                years.reduce(
                  (sum, { year, count }) => sum + (year >= within[0] && year <= within[1] ? count : 0),
                  0,
                ),
              )}{' '}
              báo cáo
            </strong>
          ) : (
            (note ?? <span className="noscript:hidden">Chạm một năm, hoặc kéo qua nhiều năm</span>)
          )}
        </div>
        <span aria-hidden="true" className="timeline-key ml-auto flex items-center gap-x-1 max-lg:hidden">
          <Key className="first-half" /> nửa đầu năm&emsp;
          <Key className="second-half" /> nửa cuối&emsp;
          <Key /> dài hơn
        </span>
      </div>
    </section>
  );
}

const ON = { all: '', narrow: 'sm:hidden', wide: 'max-sm:hidden' } as const;

/** `2020`, and `’20` where bars are narrow. */
function Year({ year, before }: { year: number; before: string }) {
  return (
    <>
      <span className="max-sm:sr-only">
        {before}
        {year}
      </span>
      <span aria-hidden="true" className="whitespace-nowrap sm:hidden">
        {before || '’'}
        {String(year).slice(2)}
      </span>
    </>
  );
}

/** Bars for both widths: on a narrow screen fewer years have their own. */
function barsOf(years: readonly TimelineYear[]): Bar[] {
  const firstOwn = (room: number) => (years.length <= room ? 0 : years.length - room + 1);
  const [narrow, wide] = [firstOwn(NARROW), firstOwn(WIDE)];
  return [
    ...(narrow > 0 ? [together(years.slice(0, narrow), wide === narrow ? 'all' : 'narrow')] : []),
    ...(wide > 0 && wide !== narrow ? [together(years.slice(0, wide), 'wide')] : []),
    ...years.slice(wide).map(
      (year, i): Bar => ({
        ...year,
        from: year.year,
        to: year.year,
        on: i + wide < narrow ? 'wide' : 'all',
      }),
    ),
  ];
}

function together(years: readonly TimelineYear[], on: Bar['on']): Bar {
  return {
    from: years[0]?.year ?? 0,
    to: years.at(-1)?.year ?? 0,
    on,
    count: years.reduce((sum, { count }) => sum + count, 0),
    halves: years.reduce(([a, b], { halves }) => [a + halves[0], b + halves[1]], [0, 0]),
    chosen: years.some(({ chosen }) => chosen),
  };
}

function isSeen(table: HTMLTableElement | null, at: number): boolean {
  return (table?.tBodies[0]?.rows[0]?.cells[at]?.offsetWidth ?? 0) > 0;
}

/** A bar as tall as its share of the largest; where there is room, its halves of the year told apart. */
function Column({ bar: { count, halves }, max }: { bar: Bar; max: number }) {
  const height = Math.max(2, Math.round((HEIGHT * count) / max));
  const part = (reports: number) => (height * reports) / count;
  const [first, second] = [part(halves[0]), part(halves[1])];
  return (
    <svg aria-hidden="true" width="100%" height={height} fill="currentColor" className="block px-px">
      <rect width="100%" height={height} className="lg:hidden" />
      <g className="max-lg:hidden">
        <rect width="100%" height={height - first - second} y={first + second} />
        <rect width="100%" height={second} y={first} className="second-half" />
        <rect width="100%" height={first} className="first-half" />
      </g>
    </svg>
  );
}

function Key({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" width="10" height="10" fill="currentColor" className="text-accent">
      <rect width="10" height="10" className={className} />
    </svg>
  );
}
