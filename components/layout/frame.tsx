import type { ReactNode } from 'react';
import { PickBar } from '@/components/outputs/lazy';
import { MenuIcon, SearchIcon } from './icons';
import { NAVIGATION } from './site';
import { SiteName } from './site-face';

interface FrameProps {
  /** The search box of the header; a plain one that leads to the search page unless given. */
  search?: ReactNode;
  children: ReactNode;
}

/**
 * The frame of every page: header with the search box, content, footer.
 *
 *   phone                          wide
 *   | Tra cứu báo cáo   Danh mục | | Tra cứu báo cáo | [ search box ]  Văn bản …       |
 *   | [ search box             ] | |---------------------------------------------------|
 *   |----------------------------| | content                                           |
 *
 * The header stays in reach while scrolling; on a phone its first row moves away.
 */
export function Frame({ search = <PlainSearch />, children }: FrameProps) {
  return (
    <>
      <a href="#noi-dung" className="skip-link focus:fixed focus:top-2">
        Tới nội dung chính
      </a>
      <header className="sticky -top-11 z-20 border-b border-line bg-paper lg:top-0 print:static print:border-0">
        <div className="mx-auto grid max-w-page grid-cols-[1fr_auto] items-center gap-x-8 px-4 sm:px-6 lg:grid-cols-[17rem_minmax(0,1fr)_auto] xl:grid-cols-[17rem_minmax(0,1fr)_auto]">
          <a
            href="/"
            className="flex h-11 items-center font-semibold text-ink no-underline hover:text-accent lg:h-16"
          >
            <SiteName />
          </a>
          <nav
            aria-label="Trang"
            className="flex justify-end gap-4 text-sm max-xl:hidden xl:order-last print:hidden"
          >
            <NavigationLinks className="flex h-11 items-center whitespace-nowrap" />
          </nav>
          <Menu />
          <div className="col-span-2 pb-2.5 lg:col-span-1 lg:py-2.5 print:hidden">{search}</div>
        </div>
      </header>
      <main id="noi-dung" className="mx-auto max-w-page px-4 sm:px-6">
        {children}
      </main>
      <PickBar />
      <footer
        id="chan-trang"
        tabIndex={-1}
        className="mt-12 border-t border-line text-sm text-soft print:hidden"
      >
        <p className="mx-auto max-w-page px-4 py-6 sm:px-6">
          Tóm tắt do dự án này viết; toàn văn và bản quyền thuộc các nguồn được dẫn liên kết.{' '}
          <a href="/tro-giup">Cách tìm và về trang này</a> · <a href="/du-lieu-mo">Dữ liệu mở</a>
        </p>
      </footer>
    </>
  );
}

function NavigationLinks({ className }: { className: string }) {
  return NAVIGATION.map(({ href, label }) => (
    <a key={href} href={href} className={className}>
      {label}
    </a>
  ));
}

/** The same links behind one word, where there is no room for them: a popover, which closes itself. */
function Menu() {
  return (
    <>
      <button
        type="button"
        popoverTarget="danh-muc"
        className="flex h-11 items-center gap-2 text-sm whitespace-nowrap lg:order-last lg:justify-self-end xl:hidden print:hidden"
      >
        <MenuIcon />
        Danh mục
      </button>
      <nav
        id="danh-muc"
        popover="auto"
        aria-label="Danh mục"
        className="fixed inset-auto top-11 right-4 m-0 rounded-md border border-line-strong bg-raised py-1 text-ink lg:top-14"
      >
        <NavigationLinks className="flex min-h-11 items-center px-4 no-underline hover:bg-wash" />
      </nav>
    </>
  );
}

function PlainSearch() {
  return (
    <search>
      <form action="/" className="flex gap-2">
        <input
          type="search"
          name="q"
          maxLength={500}
          aria-label="Tìm báo cáo"
          placeholder="Tìm báo cáo, văn bản, địa phương"
          autoComplete="off"
          enterKeyHint="search"
          className="control h-11 w-full min-w-0 px-3"
        />
        <button type="submit" className="control-primary flex h-11 items-center gap-2 px-4">
          <SearchIcon />
          <span className="max-sm:sr-only">Tìm</span>
        </button>
      </form>
    </search>
  );
}
