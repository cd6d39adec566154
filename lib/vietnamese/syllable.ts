import { splitTone } from './fold';

/** Onsets as they are written; `qu` and `gi` carry their vowel letter. */
const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Rhymes without tone. Those ending in c, ch, p, t bear the acute or the dot below only. */
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ' +
    'ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'y yêm yên yêng yêt yêu'
  ).split(' '),
);
/** Rhymes that follow `qu`. */
const AFTER_QU = new Set(
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên ênh êt i it in inh ich y yên yêt yt ynh ych ơ ôc'.split(
    ' ',
  ),
);
const STOPPED = /(?:c|ch|p|t)$/;
const FRONT = /^[ieêy]/;

/**
 * True for a syllable that Vietnamese spelling allows, judged by onset, rhyme and tone; names of places in other
 * tongues (`Pleiku`) are not. Expects lower-case NFC; the tone may stand on any vowel.
 */
export function isSyllable(syllable: string): boolean {
  const split = splitTone(syllable);
  if (!split) return false;
  const { letters, tone } = split;
  for (const onset of ['', ...ONSETS]) {
    if (!letters.startsWith(onset)) continue;
    const rhyme = letters.slice(onset.length);
    if (!isRhymeAfter(onset, rhyme)) continue;
    return !STOPPED.test(rhyme) || tone === '\u0301' || tone === '\u0323';
  }
  return false;
}

function isRhymeAfter(onset: string, rhyme: string): boolean {
  switch (onset) {
    case 'qu':
      return AFTER_QU.has(rhyme);
    case 'gi':
      return (RHYMES.has(rhyme) && !FRONT.test(rhyme)) || rhyme === 'ê' || rhyme === 'eo';
    case 'g':
      return RHYMES.has(rhyme) && (!FRONT.test(rhyme) || /^(?:i$|in$|iê)/.test(rhyme));
    case 'c':
    case 'ng':
      return RHYMES.has(rhyme) && !FRONT.test(rhyme);
    case 'gh':
    case 'ngh':
      return RHYMES.has(rhyme) && FRONT.test(rhyme) && !rhyme.startsWith('y');
    case '':
      return RHYMES.has(rhyme);
    default:
      return RHYMES.has(rhyme) && !/^y./.test(rhyme);
  }
}
