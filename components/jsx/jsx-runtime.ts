/**
 * React's own JSX, but for the addresses in it: components name pages as the site does (`/van-ban`), wherever it lies.
 * What leads to nothing in this edition is hidden. Chosen by `jsxImportSource` in tsconfig.json.
 */
import { Fragment, type JSX, jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime';
import { placed } from './placed';

export { Fragment, type JSX };

export const jsx: typeof reactJsx = (type, props, key) => reactJsx(type, placed(type, props), key);
export const jsxs: typeof reactJsxs = (type, props, key) => reactJsxs(type, placed(type, props), key);
