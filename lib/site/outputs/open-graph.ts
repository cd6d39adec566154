/** Where the pictures of link previews lie, and how metadata names them. */

import { IS_STATIC } from '../../domain/edition';
import type { Section } from '../../domain/paths';
import { EMPTY_QUERY, type Query } from '../../search/query';
import { searchKey } from './search-key';

/** Pixels of a picture: what link previews show uncut. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** An entry of `openGraph.images` in a page's metadata. `alt` says what the picture says. */
export interface OpenGraphImage {
  url: string;
  width: number;
  height: number;
  alt: string;
  type: 'image/png';
}

/**
 * The picture of the page `/<section>/<name>`. The static edition draws those of places alone: reports and
 * documents are thousands, and bear the site's.
 * @example openGraph: { images: [openGraphImage('bao-cao', report.id, report.title)] }
 */
export function openGraphImage(section: Section, name: string, alt: string): OpenGraphImage {
  if (IS_STATIC && section !== 'dia-phuong') return openGraphImageOfSearch(EMPTY_QUERY, alt);
  return {
    url: `/anh/${section}/${name}${IS_STATIC ? '.png' : ''}`,
    ...PICTURE_SIZE,
    alt,
    type: 'image/png',
  };
}

/** The picture of a search; that of the empty search stands for the site. */
export function openGraphImageOfSearch(query: Query, alt: string): OpenGraphImage {
  if (IS_STATIC) return { url: '/anh/tim.png', ...PICTURE_SIZE, alt, type: 'image/png' };
  const string = searchKey(query);
  return { url: `/anh/tim${string === '' ? '' : `?${string}`}`, ...PICTURE_SIZE, alt, type: 'image/png' };
}
