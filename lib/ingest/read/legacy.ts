/**
 * Texts from before Unicode: TCVN3 (ABC fonts), VNI, VIQR. The tables are those of `vietnamese-conversion`, read
 * character by character; its own decoder replaces one character after another and loses `ứ` and `ở` on the way.
 */
import { toTCVN3, toVIQR, toVNI } from 'vietnamese-conversion';
import { isSpelled } from '../page/syllable';

export type LegacyCharset = 'tcvn3' | 'vni' | 'viqr';

const LETTERS = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .concat('đ', 'Đ');

function decoderOf(encode: (text: string, from: 'unicode') => string): (text: string) => string {
  const letterOf = new Map<string, string>();
  let longest = 1;
  for (const letter of LETTERS) {
    const code = encode(letter, 'unicode');
    if (code === letter && /[a-z]/i.test(letter)) continue;
    if (!letterOf.has(code)) letterOf.set(code, letter);
    longest = Math.max(longest, code.length);
  }
  return (text) => {
    let out = '';
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at);
      while (length > 0 && !letterOf.has(text.slice(at, at + length))) length--;
      out += length > 0 ? letterOf.get(text.slice(at, at + length)) : text.charAt(at);
      at += Math.max(1, length);
    }
    return out;
  };
}

const decodeTcvn3 = decoderOf(toTCVN3);
const decodeVni = decoderOf(toVNI);
const decodeViqrLetters = decoderOf(toVIQR);

/**
 * In VIQR the dot, the question mark and the apostrophe are tones and marks of the sentence both. A syllable with its
 * mark must be possible; a dot before a capital or a line's end is a full stop, unless the same syllable bears it in
 * the middle of a sentence too (`nghi. quye^'t`).
 */
function decodeViqr(text: string): string {
  const dotted = new Set<string>();
  for (const [, syllable = ''] of text.matchAll(/([A-Za-z^+('`?~]+)\.(?= [a-z])/g))
    dotted.add(syllable.toLowerCase());
  return text.replace(/[A-Za-z][A-Za-z^+('`?~.]*/g, (word, at: number) => {
    const next = text.slice(at + word.length, at + word.length + 2);
    for (let kept = word.length; kept > 0; kept--) {
      if (kept < word.length && !/[.?'(]/.test(word.charAt(kept))) break;
      const head = word.slice(0, kept);
      const isStop =
        kept === word.length &&
        /[^.]\.$/.test(head) &&
        /^(?:\s?[A-Z"]|\s*$|\n)/.test(next) &&
        /^[a-z]/.test(head);
      if (isStop && !dotted.has(head.slice(0, -1).toLowerCase())) continue;
      const decoded = decodeViqrLetters(head);
      if (!/[\^+('`?~.]/.test(decoded) && isSpelled(decoded)) return decoded + word.slice(kept);
    }
    // No syllable (`Nie^`, `HDDND`, `K'Bro^'p`): what is unambiguous is still decoded.
    return word.replace(/DD|dd|[aeo]\^['`?~.]?|[ou]\+['`?~.]?|a\(['`?~.]?/gi, decodeViqrLetters);
  });
}

const DECODERS: Record<LegacyCharset, (text: string) => string> = {
  tcvn3: decodeTcvn3,
  vni: decodeVni,
  viqr: decodeViqr,
};

/** A text of one of the old charsets (its bytes read as Latin-1) in Unicode. */
export function fromLegacy(text: string, charset: LegacyCharset): string {
  return DECODERS[charset](text);
}
