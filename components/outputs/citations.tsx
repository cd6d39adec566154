import type { Report } from '@/lib/corpus/model';
import { citationsOf } from '@/lib/outputs/citation';
import { CopyButton } from './copy-button';

/**
 * A report in each style of citation, to be copied by one tap.
 * @param address the report's page on this site, whole
 */
export function Citations({ report, address }: { report: Report; address: string }) {
  return (
    <dl className="divide-y divide-line border-y border-line print:hidden">
      {citationsOf(report, address).map(({ style, text }) => (
        <div key={style} className="py-3">
          <dt className="flex flex-wrap items-center gap-x-3">
            <span className="mr-auto font-semibold">{style}</span>
            <CopyButton text={text} label="Sao chép" what={style} />
          </dt>
          <dd className="mt-1 text-sm break-words whitespace-pre-wrap">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
