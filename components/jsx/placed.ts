import { at, isServed } from '@/lib/domain/edition';

/** The attribute of an element that holds an address of this site. */
const ADDRESS_OF: Readonly<Record<string, string>> = { a: 'href', form: 'action', link: 'href', img: 'src' };

/** The props of an element, its address as this edition has it. */
export function placed<T>(type: unknown, props: T): T {
  const name = typeof type === 'string' ? ADDRESS_OF[type] : undefined;
  if (name === undefined || typeof props !== 'object' || props === null) return props;
  const path: unknown = (props as Record<string, unknown>)[name];
  if (typeof path !== 'string' || !path.startsWith('/')) return props;
  return { ...props, [name]: at(path), ...(isServed(path) ? {} : { hidden: true }) };
}
