/** Whether letters make a Vietnamese syllable: what tells a right decoding from a wrong one. */
import { joinTone, splitTone } from '../../vietnamese/fold';
import { remembered } from '../../vietnamese/remembered';

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';
const RIME =
  '(?:a|à|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ă|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|ych|yêm|yên|yêt|yêu|ynh|yt)';
const SYLLABLE = new RegExp(`^${ONSET}${RIME}$`);
/** A syllable that a stop closes bears the acute or the dot below, no other tone. */
const STOPPED = /(?:ch|[cpt])$/;

/** True for a syllable that Vietnamese could have, its tone mark on a vowel that may bear it. Any case; NFC or NFD. */
export const isSyllable: (word: string) => boolean = remembered(judge, 16, 20_000);

function judge(word: string): boolean {
  const lower = word.normalize('NFC').toLowerCase();
  const split = splitTone(lower);
  if (!split || !SYLLABLE.test(split.letters)) return false;
  if (split.tone && STOPPED.test(split.letters) && !/[\u0301\u0323]/.test(split.tone)) return false;
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
    if (isSyllable(bare)) valid++;
  }
  return letters === 0 ? 0 : valid / letters;
}
