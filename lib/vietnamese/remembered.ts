/**
 * A function of a text that remembers what it made of short ones: texts repeat their words.
 *
 * @param longest longer texts are worked out anew, in UTF-16 units
 * @param most texts remembered; then it begins again, for a text may hold anything
 */
export function remembered<T extends string | boolean>(
  workOut: (text: string) => T,
  longest: number,
  most: number,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return workOut(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = workOut(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
