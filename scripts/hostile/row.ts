/** A line of the table: what is promised, how it was tried, what came of it. */
export interface Row {
  promise: string;
  how: string;
  figure: string;
  holds: boolean;
}

export function printTable(rows: readonly Row[]): void {
  console.log('\n| promise | how it is tried | figure | holds |\n|---|---|---|---|');
  for (const { promise, how, figure, holds } of rows)
    console.log(`| ${promise} | ${how} | ${figure} | ${holds ? 'yes' : 'NO'} |`);
  for (const line of failingRows(rows)) console.log(line);
}

/** The rows that do not hold, a line each, for the end of the output: a log is cut at its beginning. */
export function failingRows(rows: readonly Row[]): string[] {
  return rows
    .filter(({ holds }) => !holds)
    .map(({ promise, how, figure }) => `does not hold: ${promise}: ${figure} (${how})`);
}

/** The value below which a share (0-1) of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
