import type { ComponentProps } from 'react';

/** The box that picks a report and its word; what it does is `PickBox`'s. */
export function PickLabel(box: ComponentProps<'input'>) {
  return (
    <label className="inline-flex min-h-6 items-center gap-1.5 text-sm noscript:hidden print:hidden">
      <input {...box} type="checkbox" className="size-[1.125rem]" />
      <span>Chọn</span>
    </label>
  );
}
