/** Where the registry and the gazetteer lie that every catalogue shares, unless its folder holds its own. */
export const SHARED_DIRECTORY = 'data';

/** The folder the catalogue is read from: `DATA_DIR` where it is set, else the shared one. */
export function dataDirectory(): string {
  return process.env.DATA_DIR || SHARED_DIRECTORY;
}
