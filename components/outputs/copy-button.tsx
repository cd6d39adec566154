'use client';

import { useState } from 'react';

/** How long the confirmation stays, in milliseconds. */
const CONFIRM_FOR = 4000;

interface CopyButtonProps {
  text: string;
  label: string;
  /** What is copied, for who cannot see beside what the button stands: `Sao chép: APA`. */
  what?: string;
  className?: string;
}

/** Copies a text by one tap, and says so. Not shown without scripts: the text stands beside it. */
export function CopyButton({ text, label, what, className = 'control px-3 text-sm' }: CopyButtonProps) {
  const [told, setTold] = useState('');

  async function copy() {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setTold(done ? 'Đã sao chép' : 'Không sao chép được: hãy chọn và sao chép bằng tay');
    setTimeout(() => setTold(''), CONFIRM_FOR);
  }

  return (
    <>
      <button
        type="button"
        aria-label={what && `${label}: ${what}`}
        onClick={copy}
        className={`${className} noscript:hidden print:hidden`}
      >
        {label}
      </button>
      <span role="status" className={told ? 'text-sm text-soft' : 'sr-only'}>
        {told}
      </span>
    </>
  );
}
