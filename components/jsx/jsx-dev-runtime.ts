/** The same for `npm run dev`. */
import { Fragment, type JSX, jsxDEV as reactJsxDev } from 'react/jsx-dev-runtime';
import { placed } from './placed';

export { Fragment, type JSX };

export const jsxDEV: typeof reactJsxDev = (type, props, key, isStatic, source, self) =>
  reactJsxDev(type, placed(type, props), key, isStatic, source, self);
