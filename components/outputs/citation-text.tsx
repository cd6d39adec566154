'use client';

import { useSyncExternalStore } from 'react';
import { dayOf, withAccess } from '@/lib/site/outputs/accessed';
import type { Citation } from '@/lib/site/outputs/citation';
import { CopyButton } from './copy-button';

/** A report in one style, with today as the day of access: this device knows it, the page may have been kept. */
export function CitationText({ style, name, reader, text: marked }: Citation) {
  const today = useSyncExternalStore(
    () => () => {},
    () => dayOf(new Date()),
    () => null,
  );
  const text = withAccess(marked, style, today);
  return (
    <div className="py-2.5">
      <dt className="flex flex-wrap items-center gap-x-3">
        <span className="mr-auto font-semibold">{name}</span>
        <CopyButton text={text} label="Sao chép" what={name} />
      </dt>
      <dd className="text-sm">
        {reader === 'people' ? (
          text
        ) : (
          <details>
            <summary className="w-fit py-1 text-soft underline underline-offset-4">
              Xem bản {name} cho phần mềm quản lý tài liệu
            </summary>
            <pre className="font-sans break-words whitespace-pre-wrap">{text}</pre>
          </details>
        )}
      </dd>
    </div>
  );
}
