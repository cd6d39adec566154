import type { ReactNode } from 'react';
import { PickBar } from '@/components/outputs/lazy';
import { SiteSearch } from '@/components/search/site-search';
import { MenuIcon } from './icons';
import { NAVIGATION } from './site';
import { SiteName } from './site-face';

interface FrameProps {
  /** The search box of the header; one that leads to the search page unless given. */
  search?: ReactNode;
  /** Where the first link of the page leads past the header. */
  skip?: { to: string; label: string };
  /** Path of the page, by which the navigation shows where one is. */
  path?: string;
  children: ReactNode;
}

const TO_MAIN = { to: 'noi-dung', label: 'Tới nội dung chính' };

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
export function Frame({ search = <SiteSearch />, skip = TO_MAIN, path = '', children }: FrameProps) {
  return (
    <>
      <a href={`#${skip.to}`} className="skip-link focus:fixed focus:top-2">
        {skip.label}
      </a>
      <header className="sticky -top-11 z-20 border-b border-line bg-paper lg:top-0 print:static print:border-0">
        <div className="mx-auto grid max-w-page grid-cols-[1fr_auto] items-center gap-x-8 px-4 sm:px-6 lg:grid-cols-[17rem_minmax(0,1fr)_auto] xl:grid-cols-[17rem_minmax(0,1fr)_auto]">
          {/* On the first page itself no link, and no stop of the keyboard. */}
          <a
            href={path === '/' ? undefined : '/'}
            aria-current={path === '/' ? 'page' : undefined}
            className="flex h-11 items-center font-semibold text-ink no-underline hover:text-accent lg:h-16"
          >
            <SiteName />
          </a>
          <nav
            aria-label="Trang"
            className="flex justify-end gap-4 text-sm max-xl:hidden xl:order-last print:hidden"
          >
            <NavigationLinks path={path} className="flex h-11 items-center whitespace-nowrap" />
          </nav>
          <Menu path={path} />
          <div className="col-span-2 pb-2.5 lg:col-span-1 lg:py-2.5 print:hidden">{search}</div>
        </div>
      </header>
      <main id="noi-dung" tabIndex={-1} className="mx-auto max-w-page px-4 outline-none sm:px-6">
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
          <a href="/tro-giup" className="mr-3 inline-block">
            Cách tìm và về trang này
          </a>
          <a href="/du-lieu-mo" className="inline-block">
            Dữ liệu mở
          </a>
        </p>
      </footer>
    </>
  );
}

/** The one in use is told by weight and no line; a page under it, `/van-ban/…`, counts as within it. */
function NavigationLinks({ path, className }: { path: string; className: string }) {
  return NAVIGATION.map(({ href, label }) => (
    <a
      key={href}
      href={href}
      aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
      className={`${className} aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline`}
    >
      {label}
    </a>
  ));
}

/** The same links behind one word, where there is no room for them: a popover, which closes itself. */
function Menu({ path }: { path: string }) {
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
        <NavigationLinks path={path} className="flex min-h-11 items-center px-4 no-underline hover:bg-wash" />
      </nav>
    </>
  );
}
