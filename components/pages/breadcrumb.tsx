import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { JsonLd } from './json-ld';

export interface Step {
  label: string;
  path: string;
}

/** Where a page stands, from the home page down; the last step is the page itself. For people and machines. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }) {
  const all = [{ label: 'Tra cứu', path: '/' }, ...steps];
  return (
    <nav aria-label="Vị trí trang" className="pt-5 text-sm text-soft print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {all.map(({ label, path }, i) => (
          <li key={path} className="flex min-h-6 min-w-0 items-center gap-x-2 max-sm:last:hidden">
            {i > 0 && <span aria-hidden="true">›</span>}
            {i < all.length - 1 ? (
              <a href={path} className="inline-flex min-h-6 items-center text-soft">
                {label}
              </a>
            ) : (
              <span aria-current="page" className="line-clamp-1">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: all.map(({ label, path }, i) => ({
            '@type': 'ListItem',
            position: i + 1,
            name: label,
            item: addressOf(path, siteAddress()),
          })),
        }}
      />
    </nav>
  );
}
