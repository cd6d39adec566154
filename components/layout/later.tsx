'use client';

import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component in a script of its own, which comes once the page can be read; until then, and without a network before
 * the first visit is over, `Meanwhile` stands in its place.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props>,
): ComponentType<Props> {
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
    useEffect(() => {
      load().then((component) => setLoaded(() => component), nothing);
    }, []);
    return Loaded ? <Loaded {...props} /> : <Meanwhile {...props} />;
  };
}

/** Stands for what nobody misses until it comes. */
export function nothing(): null {
  return null;
}
