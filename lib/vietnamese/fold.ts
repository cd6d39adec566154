/**
 * Vietnamese text, normalised three ways. Everything that compares text in this project goes through here,
 * the index build and the query alike.
 *
 *            fold()          spelling()        slugify()
 *   "Hoà"    hoa             hòa               hoa
 *   "Kỹ"     ki              kĩ                ky
 *   "Ðảng"   dang            đảng              dang
 *            matching        "typed the same"  addresses
 */
import { remembered } from './remembered';

/** Characters that are written but not read: soft hyphen, zero-width spaces and joiners, direction marks, BOM. */
const UNSEEN = /\u034f|[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Combining marks that fold away, with the variation selectors and keycaps that emoji leave behind. */
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;

/** The five tone marks: grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * `y` that is written for `i`: the only vowel of an open syllable after a consonant (kỹ = kĩ, Mỹ = Mĩ), or the
 * vowel after `qu` (quý = quí, quýt = quít). Never in `tay`, `thuy` or `quyên`, where it is a sound of its own;
 * never alone (`y tế`), where `i` would be the Roman numeral.
 */
const Y_FOR_I =
  /(?<![\p{L}\p{N}])(qu|ch|gh|gi|kh|ngh|ng|nh|ph|th|tr|[bcdđghklmnprstvx])([yýỳỷỹỵ])(?=(?:t|nh|ch)?(?![\p{L}\p{N}]))/gu;
const I_OF_Y: Record<string, string> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' };

function unifyIY(text: string): string {
  return text.replace(Y_FOR_I, (all, onset: string, y: string, at: number) => {
    const closed = /\p{L}/u.test(text.charAt(at + all.length));
    return closed && onset !== 'qu' ? all : onset + I_OF_Y[y];
  });
}

/** Lower case, NFC, one kind of đ, of space and of dash; nothing unseen. Marks stay where they are. */
function tidy(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/ð/g, 'đ')
    .replace(SPACES, ' ')
    .replace(DASHES, '-');
}

function withoutMarks(tidied: string): string {
  return tidied.replace(/đ/g, 'd').normalize('NFD').replace(MARKS, '').toLowerCase().normalize('NFC');
}

/**
 * The form that matching compares: lower case, no marks (đ and its look-alike Ð are `d`), `y` written for `i`
 * as `i`, one kind of space and dash, runs of spaces single. Not trimmed. `fold(fold(s)) = fold(s)`, and
 * composed or decomposed input gives the same. Folding is the dear part of reading a text: its words are remembered.
 */
export const fold: (text: string) => string = remembered(
  (text) => unifyIY(withoutMarks(tidy(text))),
  16,
  30_000,
);

/**
 * The exact spelling, in one canonical form, so that two ways of typing one word are equal: NFC, lower case,
 * Ð as đ, tone mark on its canonical vowel (hoà = hòa, vịêt = việt, qúy = quý), `kỹ` = `kĩ`.
 */
export function spelling(text: string): string {
  return unifyIY(tidy(text).replace(/[\p{L}\p{M}]+/gu, placeTone));
}

/** Lower-case ASCII letters, digits and single hyphens, as in addresses: `Kỳ họp 6-CT/TƯ` is `ky-hop-6-ct-tu`. */
export function slugify(text: string): string {
  return withoutMarks(tidy(text))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** True when the text bears any Vietnamese mark or đ: its writer could and did type marks. */
export function hasMarks(text: string): boolean {
  const tidied = tidy(text);
  return tidied !== withoutMarks(tidied);
}

const SYLLABLE = /^(q(?=u)|gi(?=[aăâeêoôơuư])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/;

/**
 * Splits one lower-case NFC syllable into its toneless letters and its tone mark ('' when level).
 * Null when it bears more than one tone mark.
 */
export function splitTone(syllable: string): { letters: string; tone: string } | null {
  const decomposed = syllable.normalize('NFD');
  const tones = decomposed.match(TONE);
  if (!tones) return { letters: syllable, tone: '' };
  if (tones.length > 1) return null;
  return { letters: decomposed.replace(TONE, '').normalize('NFC'), tone: tones[0] };
}

/**
 * Writes a tone mark on the vowel that bears it. The older placement is canonical (hòa, thủy, khỏe), as the
 * Party press prints it; the newer one (hoà) differs in open oa, oe, uy only.
 *
 *   has ă â ê ô ơ ư   the last of them     tuyến, người
 *   closed            the last vowel       hoàng, huỳnh
 *   open, three       the middle one       ngoài
 *   open, one or two  the first            hòa, thủy, mùa     (u of qu and i of gi do not count)
 */
export function joinTone(letters: string, tone: string): string {
  if (!tone) return letters;
  const parts = SYLLABLE.exec(letters);
  if (!parts) return letters;
  const [, onset = '', vowels = '', coda = ''] = parts;
  const skip = onset === 'q' && vowels.length > 1 ? 1 : 0;
  const core = vowels.slice(skip);
  const quality = Math.max(...[...'ăâêôơư'].map((vowel) => core.lastIndexOf(vowel)));
  const bearer = quality >= 0 ? quality : coda ? core.length - 1 : core.length > 2 ? 1 : 0;
  const at = onset.length + skip + bearer;
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC');
}

function placeTone(word: string): string {
  const split = splitTone(word);
  if (!split?.tone) return word;
  const parts = SYLLABLE.exec(split.letters);
  return parts && parts[2] !== undefined && parts[2].length < 4 ? joinTone(split.letters, split.tone) : word;
}
