/** Shades of a heat map: 0 for nothing, 1 to 4 for up to an eighth, a quarter, a half, all of the largest count. */
export function shade(count: number, max: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0;
  return count <= max / 8 ? 1 : count <= max / 4 ? 2 : count <= max / 2 ? 3 : 4;
}

/** The counts that each shade from 1 to 4 stands for, for a legend; a shade no count can have is left out. */
export function shadeRanges(max: number): { shade: 1 | 2 | 3 | 4; from: number; to: number }[] {
  const bounds = [0, max / 8, max / 4, max / 2, max].map(Math.floor);
  return ([1, 2, 3, 4] as const).flatMap((shade) => {
    const from = (bounds[shade - 1] ?? 0) + 1;
    const to = bounds[shade] ?? 0;
    return from <= to ? [{ shade, from, to }] : [];
  });
}
