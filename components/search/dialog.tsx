import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from '@/components/layout/icons';

interface DialogProps {
  title: string;
  /** `sheet` fills a phone's screen; `box` is as large as what it holds. */
  shape: 'sheet' | 'box';
  footer?: ReactNode;
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog, open while it is rendered: the browser keeps the focus in it, Esc closes it. */
export function Dialog({ title, shape, footer, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className={`flex flex-col bg-paper text-ink ${
        shape === 'sheet'
          ? 'm-0 h-dvh max-h-none w-full max-w-none sm:ml-auto sm:w-96'
          : 'm-auto max-w-[calc(100vw-2rem)] rounded-md border border-line'
      }`}
    >
      <div className="flex items-center justify-between border-b border-line pl-4">
        <h2 id={heading} className="text-lg font-semibold">
          {title}
        </h2>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="flex size-12 items-center justify-center"
        >
          <CloseIcon />
          <span className="sr-only">Đóng</span>
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-1">{children}</div>
      {footer && <div className="flex gap-3 border-t border-line px-4 py-3">{footer}</div>}
    </dialog>
  );
}
