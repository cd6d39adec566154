/** What the card of a report says outright, because it was asked for: who chaired it, its figures. */
import type { Question } from '../engine';
import { tokenize } from '../vietnamese/tokenize';
import type { Entry } from './catalogue';
import type { Result } from './result';

/** Asking who held it: `ai`, `chủ trì`, `do ai`. */
const WHO = /(?<![^ ])(?:ai|chu tri|chu toa|nguoi nao|dong chi nao)(?= )/;
/** Asking for a number. */
const HOW_MANY = /(?<![^ ])(?:bao nhieu|may|so luong|so lieu|con so|ti le|phan tram)(?= )/;
/** Figures shown at most: a line. */
const MOST_FIGURES = 3;

/**
 * The facts of a report that answer a question: the chair where it asks who, or names the chair; of its figures those
 * that count what it asks the number of.
 */
export function told(question: Question, { chair }: Entry, figures: readonly string[]): Result['told'] {
  // Capitals are the abbreviation: `AI`.
  const words = question.tokens.map(({ folded, text }) => (text === 'AI' ? '' : folded));
  const asked = `${words.join(' ')} `;
  const who = chair !== null && (WHO.test(asked) || asked.includes(`${foldedWords(chair).join(' ')} `));
  const subject = question.tokens.filter((token) => !token.idle && !token.functional);
  const counted = HOW_MANY.test(asked)
    ? figures.filter((figure) => {
        const held = foldedWords(figure).join(' ');
        // One word says little (`số`, `tỷ lệ`): two that stand so, or the only one that was asked for.
        return subject.some(({ folded }, i) => {
          const next = subject[i + 1];
          return subject.length === 1
            ? held.includes(folded)
            : next && held.includes(`${folded} ${next.folded}`);
        });
      })
    : [];
  return [
    ...(who && chair !== null ? [{ label: 'Chủ trì', text: chair }] : []),
    ...(counted.length > 0 ? [{ label: 'Số liệu', text: counted.slice(0, MOST_FIGURES).join('; ') }] : []),
  ];
}

function foldedWords(text: string): string[] {
  return tokenize(text).map(({ folded }) => folded);
}
