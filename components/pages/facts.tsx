import type { ReactNode } from 'react';

/** Facts under their names, two columns; one that is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="mt-5 grid max-w-results grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 border-y border-line py-3">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="max-w-32 text-sm leading-[1.65rem] text-soft">{name}</dt>
            <dd className="min-w-0 [&_a]:inline-block [&_a]:min-h-6">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
