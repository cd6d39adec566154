/** What a person sees of a run: a progress bar and tables. Nothing that a file holds can move the cursor. */
import { printable } from '../../catalogue/fault';

export interface ProgressBar {
  advance(): void;
  /** Prints a line that stays, above the bar. */
  above(line: string): void;
  end(): void;
}

const WIDTH = 30;

/** A bar on standard error, redrawn in place on a terminal; only lines where nobody watches. */
export function progressBar(total: number, shown: boolean): ProgressBar {
  const live = shown && process.stderr.isTTY;
  let done = 0;
  let drawn = -1;
  const draw = () => {
    const filled = Math.round((done / Math.max(1, total)) * WIDTH);
    if (!live || (filled === drawn && done % 20 !== 0 && done !== total)) return;
    drawn = filled;
    process.stderr.write(`\r[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done}/${total}`);
  };
  return {
    advance() {
      done++;
      draw();
    },
    above(text) {
      const line = printable(text);
      process.stderr.write(live ? `\r${' '.repeat(WIDTH + 20)}\r${line}\n` : `${line}\n`);
      draw();
    },
    end() {
      if (live) process.stderr.write('\n');
    },
  };
}

/** Rows under a head, columns aligned, the last column free. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows.map((row) => row.map(printable))];
  const widths = head.map((_, column) =>
    Math.min(90, Math.max(...all.map((row) => row[column]?.length ?? 0))),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
