/**
 * Vietnamese typed without its input method, read back: raw Telex, VNI and VIQR, words half converted
 * (`tuyên giaos`), vowels typed twice (`thií`). Only valid syllables come out.
 */
import { fold, joinTone, splitTone } from './fold';
import { isSyllable } from './syllable';

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';

const TELEX_TONES: Record<string, string> = { s: ACUTE, f: GRAVE, r: HOOK, x: TILDE, j: DOT, z: '' };
const VNI_TONES: Record<string, string> = { 1: ACUTE, 2: GRAVE, 3: HOOK, 4: TILDE, 5: DOT, 0: '' };
const VIQR_TONES: Record<string, string> = {
  "'": ACUTE,
  '’': ACUTE,
  '`': GRAVE,
  '?': HOOK,
  '~': TILDE,
  '.': DOT,
};

/** Letters that take the circumflex, the horn, the breve. */
const CIRCUMFLEX: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Record<string, string> = { o: 'ơ', u: 'ư' };
const VOWELS = /[aăâeêioôơuưy]/;

/**
 * Reads a word as typed keys. The result differs from the word, is a valid syllable in canonical spelling, and
 * comes once; several when the keys can be read in more than one way. Empty for anything else: foreign words,
 * numbers, codes. (`six` could be sĩ: whether to believe it is for the caller to judge, see `looksForeign`.)
 */
export function readTyping(word: string): string[] {
  const typed = word.normalize('NFC').toLowerCase();
  if (typed.length < 2 || typed.length > 14 || !/\p{L}/u.test(typed)) return [];
  const readings = [
    readKeys(typed, telexKey),
    readKeys(typed, vniKey),
    readKeys(typed, viqrKey),
    undouble(typed),
  ];
  return [...new Set(readings)].filter(
    (reading): reading is string => reading !== null && reading !== typed && isSyllable(reading),
  );
}

interface Keys {
  /** Letters so far, with â ê ô ơ ư ă đ but no tone. */
  letters: string[];
  tone: string;
}

type Key = (keys: Keys, key: string) => boolean;

/** Feeds the word key by key; a key that commands nothing is a letter. Null when no key commanded anything. */
function readKeys(word: string, command: Key): string | null {
  const keys: Keys = { letters: [], tone: '' };
  let commanded = false;
  for (const character of word) {
    if (command(keys, character)) {
      commanded = true;
      continue;
    }
    const split = splitTone(character);
    if (!split || !/^\p{L}$/u.test(split.letters)) return null;
    if (split.tone) {
      if (keys.tone && keys.tone !== split.tone) return null;
      keys.tone = split.tone;
    }
    keys.letters.push(split.letters);
  }
  return commanded ? joinTone(keys.letters.join(''), keys.tone) : null;
}

function telexKey(keys: Keys, key: string): boolean {
  if (key in TELEX_TONES && keys.letters.some((letter) => VOWELS.test(letter)))
    return setTone(keys, TELEX_TONES[key]);
  if (key === 'w') return setHorn(keys) || setBreve(keys) || keys.letters.push('ư') > 0;
  if (key === 'd') return setBar(keys);
  return key in CIRCUMFLEX && setCircumflex(keys, key);
}

function vniKey(keys: Keys, key: string): boolean {
  if (key in VNI_TONES) return setTone(keys, VNI_TONES[key]);
  if (key === '6') return ['a', 'e', 'o'].some((letter) => setCircumflex(keys, letter));
  if (key === '7') return setHorn(keys);
  if (key === '8') return setBreve(keys);
  return key === '9' && setBar(keys);
}

function viqrKey(keys: Keys, key: string): boolean {
  if (key in VIQR_TONES) return setTone(keys, VIQR_TONES[key]);
  if (key === '^') return ['a', 'e', 'o'].some((letter) => setCircumflex(keys, letter));
  if (key === '+' || key === '*') return setHorn(keys);
  if (key === '(') return setBreve(keys);
  return key === 'd' && keys.letters.length === 1 && setBar(keys);
}

function setTone(keys: Keys, tone: string | undefined): boolean {
  if (tone === undefined || !keys.letters.some((letter) => VOWELS.test(letter))) return false;
  keys.tone = tone;
  return true;
}

/** The last such letter, if nothing but consonants follow it, gets its circumflex. */
function setCircumflex(keys: Keys, letter: string): boolean {
  const at = keys.letters.lastIndexOf(letter);
  if (at < 0 || keys.letters.slice(at + 1).some((other) => VOWELS.test(other))) return false;
  keys.letters[at] = CIRCUMFLEX[letter] ?? letter;
  return true;
}

/** `uo` becomes ươ, else the last o or u its horned form. The u of `qu` is no vowel. */
function setHorn(keys: Keys): boolean {
  const text = keys.letters.join('');
  const pair = text.search(/(?<!q)uo|ưo|uơ/);
  if (pair >= 0) {
    keys.letters[pair] = 'ư';
    keys.letters[pair + 1] = 'ơ';
    return true;
  }
  for (let at = keys.letters.length - 1; at >= 0; at--) {
    const horned = HORN[keys.letters[at] ?? ''];
    if (!horned || (keys.letters[at] === 'u' && keys.letters[at - 1] === 'q')) continue;
    if (keys.letters.slice(at + 1).includes('a') && keys.letters[at] === 'o') return false;
    keys.letters[at] = horned;
    return true;
  }
  return false;
}

function setBreve(keys: Keys): boolean {
  const at = keys.letters.lastIndexOf('a');
  if (at < 0) return false;
  keys.letters[at] = 'ă';
  return true;
}

function setBar(keys: Keys): boolean {
  if (keys.letters[0] !== 'd') return false;
  keys.letters[0] = 'đ';
  return true;
}

/** `thií` is thí, `tuyeên` is tuyên: of two equal vowels in a row the one with a mark stays. */
function undouble(word: string): string | null {
  const letters = [...word];
  const at = letters.findIndex((letter, i) => {
    const next = letters[i + 1];
    return next !== undefined && next !== letter && VOWELS.test(fold(letter)) && fold(letter) === fold(next);
  });
  if (at < 0) return null;
  const [first = '', second = ''] = letters.slice(at, at + 2);
  letters.splice(at, 2, fold(first) === first ? second : first);
  const split = splitTone(letters.join(''));
  return split && joinTone(split.letters, split.tone);
}

/**
 * Common English words, and names that Vietnamese texts use as they are, which a typing repair could take for
 * mistyped syllables (`six` = sĩ, `post` = pót, `her` = hẻ).
 */
const FOREIGN = new Set(
  (
    'a an and are as at be best big bit blog book box bus but buy by can car case chat cost dance data date day deal ' +
    'do does done email end ex face fan fax file film first fix for form forum free from game gas get go google had has have ' +
    'he her here his host hot how if in info is it its job just key kid last less lens let like link list live log ' +
    'logo long look lost low lux mail make man map market mask mass max media men menu mix mode more most my near net ' +
    'new news next no not now of off old on one online or order our out over page part pass past pay phone photo ' +
    'plan play plus post pro real rest right rock room run sale see set sex she shop show six site so some song spa ' +
    'start stem stop store street style sun tax taxi team tech ten test text than that the their them then there these ' +
    'they this time tip to top tour town trade two up us use user van video view vip was way we web week were what ' +
    'when who why wifi will win with word work world yes you your zalo zoom tiktok facebook youtube covid server ' +
    'radio internet forex lan usb pdf sms led pin ping king host disco resort'
  ).split(' '),
);

/** True for common English words, which no repair of typing may touch without other evidence. Expects lower case. */
export function looksForeign(word: string): boolean {
  return FOREIGN.has(word);
}
