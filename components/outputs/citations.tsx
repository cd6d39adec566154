import type { ReportFacts } from '@/lib/domain/report';
import { citationsOf } from '@/lib/site/outputs/citation';
import { CopyButton } from './copy-button';

/**
 * A report in each style of citation, to be copied by one tap. What programs read stays folded.
 * @param address the report's page on this site, whole
 */
export function Citations({ report, address }: { report: ReportFacts; address: string }) {
  return (
    <dl className="divide-y divide-line border-y border-line print:hidden">
      {citationsOf(report, address).map(({ style, reader, text }) => (
        <div key={style} className="py-2.5">
          <dt className="flex flex-wrap items-center gap-x-3">
            <span className="mr-auto font-semibold">{style}</span>
            <CopyButton text={text} label="Sao chép" what={style} />
          </dt>
          <dd className="text-sm">
            {reader === 'people' ? (
              text
            ) : (
              <details>
                <summary className="w-fit py-1 text-soft underline underline-offset-4">
                  Xem bản {style} cho phần mềm quản lý tài liệu
                </summary>
                <pre className="font-sans break-words whitespace-pre-wrap">{text}</pre>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
