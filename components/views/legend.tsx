import { shadeRanges } from '@/lib/site/browse/shade';
import './views.css';

/** Which counts each shade stands for. */
export function Legend({ max }: { max: number }) {
  return (
    <ul aria-label="Chú giải" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
      {shadeRanges(max).map(({ shade: level, from, to }) => (
        <li key={level} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`inline-block size-4 shade-${level}`} />
          {from === to ? from : `${from}–${to}`} báo cáo
        </li>
      ))}
    </ul>
  );
}
