/** What the service worker is told of the version it is of: set before its code (`/sw.js`). */
export interface OfflineManifest {
  /** Of the build and the data together: any change is another version. */
  version: string;
  /** `/bao-cao-tg`, or `''`. */
  basePath: string;
  /** Files of the build, and of the index of this version, with the base path: they never change. */
  files: string[];
  /** Pages kept whole, as paths with the base path. */
  pages: string[];
  /** That of them in whose frame the worker puts pages it makes. */
  frame: string;
  /** All reports as JSON Lines, with the base path. */
  reports: string;
  /** Texts in one part of it. */
  textsInPart: number;
}

/** A copy of a page of this version lies under its path and this: no visitor asks for it. */
export const KEPT = '?_ban-luu=';
