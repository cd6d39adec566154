/** The ways to take a set of reports along: the table, the feed. */
export function Outputs({ query }: { query: string }) {
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 text-sm print:hidden">
      {[
        { href: `/xuat/bao-cao.csv?${query}`, label: 'Tải bảng CSV' },
        { href: `/tin.atom?${query}`, label: 'Theo dõi (Atom)' },
      ].map(({ href, label }) => (
        <a key={href} href={href} className="inline-flex min-h-6 items-center">
          {label}
        </a>
      ))}
    </p>
  );
}
