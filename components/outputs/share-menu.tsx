'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ShareIcon } from '@/components/layout/icons';
import { at, isServed } from '@/lib/domain/edition';
import { fitsQr, mailtoHref, qrHref } from '@/lib/site/outputs/share';
import { CopyButton } from './copy-button';

interface ShareMenuProps {
  /** Path and query of the page, canonical. */
  path: string;
  /** What is shared, in a few words: `12 báo cáo · Hải Phòng`. */
  text: string;
  /** `https://host`, until the browser knows its own. */
  origin: string;
}

/**
 * "Chia sẻ": the canonical link to copy, alone or under its title, the system's own sheet, e-mail, and a QR code.
 * A `details` element, so that link, e-mail and code are there without scripts too.
 */
export function ShareMenu({ path, text, origin }: ShareMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const here = useSyncExternalStore(
    noChange,
    () => location.origin,
    () => origin,
  );
  const address = new URL(at(path), here).href;
  const sharing = useSyncExternalStore(
    noChange,
    () => 'share' in navigator,
    () => false,
  );

  // Rejected when the person closes the sheet: nothing to tell.
  const share = () => void navigator.share({ title: text, text, url: address }).catch(() => {});

  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        current.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && current.contains(event.target)) return;
      current.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);

  return (
    <details ref={menu} className="print:hidden sm:relative">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        onClick={(event) => {
          // On a phone the system's own sheet has all of this and more.
          if (!sharing || !matchMedia('(pointer: coarse)').matches) return;
          event.preventDefault();
          share();
        }}
        className="control flex items-center gap-2 px-2.5 text-sm sm:px-3"
      >
        <ShareIcon />
        <span className="max-sm:sr-only">Chia sẻ</span>
      </summary>
      <div className="fixed inset-x-4 bottom-4 z-30 max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-md border border-line-strong bg-raised p-4 sm:absolute sm:inset-x-auto sm:top-full sm:right-0 sm:bottom-auto sm:mt-1 sm:w-80">
        <label className="block text-sm">
          <span className="text-soft">Liên kết tới đúng trang này</span>
          <input
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
            className="control mt-1 w-full px-2"
          />
        </label>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <CopyButton text={address} label="Sao chép liên kết" />
          <CopyButton text={`${text}\n${address}`} label="Kèm tiêu đề" what="sao chép liên kết và tiêu đề" />
          {sharing && (
            <button type="button" onClick={share} className="control px-3 text-sm">
              Ứng dụng khác…
            </button>
          )}
          <a href={mailtoHref(text, address)} className="control flex items-center px-3 text-sm no-underline">
            Gửi e-mail
          </a>
        </div>
        {isServed(qrHref(path)) && fitsQr(address) && (
          <figure className="mt-3">
            {/* biome-ignore lint/performance/noImgElement: an SVG drawn by this site, nothing to optimise */}
            <img
              src={qrHref(path)}
              alt={`Mã QR của ${address}`}
              width={176}
              height={176}
              loading="lazy"
              className="size-44 bg-raised"
            />
            <figcaption className="mt-1 text-sm text-soft">Quét bằng máy ảnh của điện thoại.</figcaption>
          </figure>
        )}
      </div>
    </details>
  );
}

function noChange(): () => void {
  return () => {};
}
