/** What others may do with the catalogue, as `data/LICENSE` says it at length. */
export const LICENCES = {
  /** Abstracts and the compilation. */
  compilation: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  /** The registry of documents and bare facts. */
  facts: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
} as const;
