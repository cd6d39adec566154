import { directivePath } from '@/lib/domain/paths';
import { DIRECTIVE_RELATIONS, type DirectiveRelation } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/search/describe';
import type { Lineage, LineageEdge, LineageNode } from '@/lib/site/browse/lineage';
import { slugify } from '@/lib/vietnamese/fold';
import { shortNumber } from './directive-name';

/** Units of the drawing: a row is as high as the text beside it, 4.5 rem. */
const ROW = 72;
const LANE = 18;

/** Lines that tell relations apart without colour: succession is whole, the rest broken. */
const DASHES: Partial<Record<DirectiveRelation, string>> = {
  implements: '3 4',
  reviews: '8 4',
  amends: '1 4',
};

/** A lineage, oldest at the top: lanes and lines at the left, the documents in words at the right. */
export function LineageGraph({ lineage, current }: { lineage: Lineage; current: string }) {
  const { nodes, edges, lanes } = lineage;
  const width = lanes * LANE + 6;
  const height = nodes.length * ROW;
  return (
    <div className="mt-4 flex items-start gap-2">
      <svg
        aria-hidden="true"
        width={`${width / 16}rem`}
        height={`${height / 16}rem`}
        viewBox={`0 0 ${width} ${height}`}
        className="shrink-0 text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      >
        {edges.map((edge) => (
          <path
            key={`${edge.from.directive.id} ${edge.to.directive.id}`}
            d={lineOf(edge, nodes)}
            strokeDasharray={DASHES[edge.rel]}
          />
        ))}
        {nodes.map((node) => {
          const here = node.directive.id === current;
          return (
            <circle
              key={node.directive.id}
              cx={x(node)}
              cy={y(node)}
              r={here ? 7 : 5}
              className={here ? 'fill-accent text-accent' : 'fill-paper text-accent'}
              strokeWidth="2"
            />
          );
        })}
      </svg>
      <ol className="min-w-0 flex-1">
        {nodes.map(({ directive }) => (
          <li key={directive.id} className="flex h-[4.5rem] flex-col justify-center overflow-hidden text-sm">
            <p className="truncate">
              {directive.id === current ? (
                <strong aria-current="true">{shortNumber(directive)}</strong>
              ) : (
                <a href={directivePath(slugify(directive.id))} className="font-semibold">
                  {shortNumber(directive)}
                </a>
              )}
              <span className="text-soft">
                {directive.date ? ` · ${formatDate(directive.date)}` : ' · không rõ ngày'}
              </span>
            </p>
            {directive.number !== null && <p className="truncate">{directive.title}</p>}
            <p className="truncate text-xs text-soft">
              {edges
                .filter(({ to }) => to.directive === directive)
                .map(({ rel, from }) => `${relationLabel(rel)} ${shortNumber(from.directive)}`)
                .join('; ')}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** `06-CT/TW (X) → 03-CT/TW (XI) → …`: the succession in one line. */
export function Succession({ lineage, current }: { lineage: Lineage; current: string }) {
  if (lineage.succession.length < 2) return null;
  return (
    <ol className="mt-3 flex flex-wrap gap-x-2 gap-y-1">
      {lineage.succession.map((directive, i) => (
        <li key={directive.id} className="flex items-center gap-x-2 whitespace-nowrap">
          {i > 0 && (
            <span aria-hidden="true" className="text-soft">
              →
            </span>
          )}
          {directive.id === current ? (
            <strong aria-current="true">{shortNumber(directive)}</strong>
          ) : (
            <a href={directivePath(slugify(directive.id))} className="inline-flex min-h-6 items-center">
              {shortNumber(directive)}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

export function relationLabel(rel: DirectiveRelation): string {
  return DIRECTIVE_RELATIONS.find(({ value }) => value === rel)?.label ?? rel;
}

const x = ({ lane }: LineageNode): number => lane * LANE + LANE / 2 + 2;
const y = ({ row }: LineageNode): number => row * ROW + ROW / 2;

/**
 * Straight down a lane; from lane to lane it bends at once and then runs down the newer one's lane. Where another
 * dot stands in the way it swings out to the right.
 */
function lineOf({ from, to }: LineageEdge, nodes: readonly LineageNode[]): string {
  const [x1, y1, x2, y2] = [x(from), y(from), x(to), y(to)];
  const between = nodes.some((node) => node.lane === to.lane && node.row > from.row && node.row < to.row);
  if (between) {
    const out = Math.max(x1, x2) + LANE * 0.55;
    return `M${x1} ${y1}C${out} ${y1 + ROW / 2} ${out} ${y2 - ROW / 2} ${x2} ${y2}`;
  }
  if (from.lane === to.lane) return `M${x1} ${y1}V${y2}`;
  const bend = y1 + ROW * 0.6;
  return `M${x1} ${y1}C${x1} ${bend} ${x2} ${y1 + 8} ${x2} ${bend}V${y2}`;
}
