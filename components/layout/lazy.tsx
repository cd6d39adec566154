'use client';

import { later, nothing } from './later';

/** `Offline` of offline.tsx: it keeps the site once the page can be read, and shows nothing until there is need. */
export const Offline = later(() => import('./offline').then((module) => module.Offline), nothing);
