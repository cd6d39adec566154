/** Whether words are written as Vietnamese is: what tells a right decoding from a wrong one. */
import { joinTone, splitTone } from '../../vietnamese/fold';
import { remembered } from '../../vietnamese/remembered';
import { isSyllable } from '../../vietnamese/syllable';

/**
 * True for a syllable with its tone mark where spelling puts it, in the older way or the newer (`hòa`, `hoà`): a wrong
 * decoding makes syllables, too, but with marks anywhere. Any case; NFC or NFD.
 */
export const isSpelled: (word: string) => boolean = remembered(judge, 16, 20_000);

function judge(word: string): boolean {
  const lower = word.normalize('NFC').toLowerCase();
  const split = splitTone(lower);
  if (!split || !isSyllable(lower)) return false;
  if (!split.tone || joinTone(split.letters, split.tone) === lower) return true;
  // The newer placement: hoà, khoẻ, thuỷ.
  return /^[^aeo]*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/.test(lower);
}

/** Share of the words of a text (0-1) that are Vietnamese syllables; 0 for a text without words. */
export function syllableShare(text: string): number {
  const words = text.slice(0, 40_000).match(/[^\s\d"“”,;:!()[\]{}<>|/\\=*#@&%_–—-]+/g) ?? [];
  let letters = 0;
  let valid = 0;
  for (const word of words) {
    const bare = word.replace(/^[.?']+|[.?'…]+$/g, '');
    if (!/\p{L}/u.test(bare)) continue;
    letters++;
    if (isSpelled(bare)) valid++;
  }
  return letters === 0 ? 0 : valid / letters;
}
