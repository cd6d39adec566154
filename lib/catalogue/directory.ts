/** The folder the catalogue is read from: `DATA_DIR` where it is set, else `data` in the working directory. */
export function dataDirectory(): string {
  return process.env.DATA_DIR || 'data';
}
