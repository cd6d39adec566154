/** A text cut where marks begin and end: evidence of several values may overlap. */

export interface Mark {
  /** What is marked: `heldOn`, `directives[1]`. */
  key: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  start: number;
  /** Keys of the marks that cover the piece; empty for plain text. */
  keys: string[];
}

/** The pieces of a text in order; together they are the text. Marks that lie outside of it are left out. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const sound = marks.filter(({ start, end }) => 0 <= start && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...sound.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const keys = sound.filter((mark) => mark.start <= start && end <= mark.end).map(({ key }) => key);
    return { text: text.slice(start, end), start, keys };
  });
}
