import { useState } from 'react';
import { ShareIcon } from '@/components/layout/icons';

/** How long the confirmation stays, in milliseconds. */
const CONFIRM_FOR = 4000;

interface ShareButtonProps {
  /** Canonical query string of what is shared. */
  query: string;
  /** Title of the shared page. */
  title: string;
}

/** Hands the canonical link to the system's share sheet, or copies it where there is none. */
export function ShareButton({ query, title }: ShareButtonProps) {
  const [told, setTold] = useState('');

  async function share() {
    const url = new URL(query === '' ? '/' : `/?${query}`, location.origin).href;
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      // Rejected when the person closes the sheet: nothing to tell.
      await navigator.share({ title, url }).catch(() => {});
      return;
    }
    setTold(await copy(url));
    setTimeout(() => setTold(''), CONFIRM_FOR);
  }

  return (
    <>
      <button
        type="button"
        onClick={share}
        className="control flex items-center gap-2 px-2.5 text-sm noscript:hidden sm:px-3 print:hidden"
      >
        <ShareIcon />
        <span className="max-sm:sr-only">Chia sẻ</span>
      </button>
      <span
        role="status"
        className={
          told === ''
            ? 'sr-only'
            : 'fixed inset-x-4 bottom-4 z-40 mx-auto w-fit rounded-md bg-ink px-4 py-2 text-sm text-paper'
        }
      >
        {told}
      </span>
    </>
  );
}

/** Copies a link; gives what to tell. */
async function copy(url: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(url);
    return 'Đã sao chép liên kết';
  } catch {
    // Not allowed, or a page without HTTPS: the address bar has the same link.
    return `Sao chép liên kết ở thanh địa chỉ: ${decodeURI(url)}`;
  }
}
