/**
 * Which document a number means. Numbering restarts each term, so `42-CT/TW` is five directives; in order of trust:
 *
 *   the date written beside it  →  `khóa XII`  →  a subject that fits one only  →  a year or a congress beside it
 *   →  the only one there is    →  the report's own day: the latest that already existed (`certain: false`)
 */
import { termOf } from '../../domain/directive';
import type { Directive } from '../../domain/report';
import { bare } from '../page/text';

/** What stands around a number in the page. */
export interface Context {
  /** ISO, written with the number. */
  date: string | null;
  /** Roman numeral of `khóa`. */
  term: string | null;
  /** Words after the number (and a few before), bare. */
  words: string;
  /** Ids of other documents that the page cites. */
  companions: ReadonlySet<string>;
  /** Day of the report (ISO), null when unknown. */
  day: string | null;
}

export interface Resolution {
  directive: Directive | null;
  certain: boolean;
  /** Why a person should look; null when nothing is odd. */
  doubt: { code: string; text: string } | null;
}

/** Chooses among the documents of one number; `candidates` is not empty. */
export function resolve(candidates: readonly Directive[], context: Context): Resolution {
  const { date, term, day } = context;
  if (date) {
    const exact = candidates.find((candidate) => candidate.date === date);
    if (exact) return chosen(exact);
    const writtenTerm = termOf(date);
    const sameTerm = candidates.filter(
      (candidate) => candidate.term === writtenTerm || candidate.date?.slice(0, 4) === date.slice(0, 4),
    );
    const near =
      sameTerm.find((candidate) => candidate.date?.slice(0, 4) === date.slice(0, 4)) ?? sameTerm[0];
    if (near)
      return chosen(near, {
        code: 'directive-date',
        text:
          near.date && near.dateVerified
            ? `The page dates it ${date}, the registry ${near.date}.`
            : `The page dates it ${date}; the registry's date is not confirmed.`,
      });
    // The registry lacks that term's document; only a subject told at length can mean another and a misprint.
    const bySubject = bestSubject(candidates, context.words, 3);
    if (bySubject)
      return chosen(bySubject, {
        code: 'directive-date',
        text: `The page dates it ${date}, the registry ${bySubject.date ?? 'not at all'}.`,
      });
    return {
      directive: null,
      certain: false,
      doubt: {
        code: 'directive-not-in-registry',
        text: `The registry has no document of this number dated ${date}.`,
      },
    };
  }
  if (term) {
    const ofTerm = candidates.find((candidate) => candidate.term === term);
    if (ofTerm && (day === null || ofTerm.date === null || ofTerm.date <= day)) return chosen(ofTerm);
    return {
      directive: null,
      certain: false,
      doubt: {
        code: 'directive-not-in-registry',
        text: `The registry has no document of this number of term ${term}.`,
      },
    };
  }
  const existing =
    day === null
      ? candidates
      : candidates.filter((candidate) => candidate.date === null || candidate.date <= day);
  if (existing.length === 0)
    return {
      directive: null,
      certain: false,
      doubt: {
        code: 'directive-not-in-registry',
        text: 'Every document of this number in the registry is later than the report.',
      },
    };
  const bySubject = candidates.length > 1 ? bestSubject(existing, context.words) : null;
  if (bySubject) return chosen(bySubject);
  const year = /\b(?:nam |\()?((?:19|20)\d\d)\b/.exec(context.words.slice(0, 60))?.[1];
  const ofYear = existing.filter((candidate) => candidate.date?.startsWith(year ?? '-'));
  if (ofYear.length === 1 && ofYear[0]) return chosen(ofYear[0]);
  if (candidates.length === 1 && existing[0]) {
    if (!isAnother(existing[0], context.words)) return chosen(existing[0]);
    return {
      directive: null,
      certain: false,
      doubt: {
        code: 'directive-not-in-registry',
        text: `The registry's only document of this number, ${existing[0].id}, is of another body or year and about something else.`,
      },
    };
  }
  const related = existing.filter((candidate) =>
    [...context.companions].some(
      (id) => candidate.title.includes(id.split('@')[0] ?? id) && sameTermAs(candidate, id),
    ),
  );
  if (related.length === 1 && related[0]) return chosen(related[0]);
  const latest = [...existing].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  if (!latest) return { directive: null, certain: false, doubt: null };
  return {
    directive: latest,
    certain: false,
    doubt: {
      code: 'directive-term-guessed',
      text: `${candidates.length} documents bear this number (${candidates.map(({ term: other }) => other).join(', ')}); ${day ? "the report's day" : 'nothing but their order'} chose ${latest.id}.`,
    },
  };
}

/** What a page says right after a number: the year it was issued, whose it is, what it is about. */
const TOLD =
  /^[ ,(]*(?:(?:ban hanh )?nam (?<year>(?:19|20)\d\d) )?cua (?<issuer>bo chinh tri|ban bi thu|ban chap hanh trung uong)\b(?:,? (?:\(?khoa [ivx\d]+\)?,? )?ve (?<subject>[a-z ,-]{8,120}))?/;

/**
 * True where the page means a document that the registry lacks, not the only one it has of that number: both the body
 * (or the term of its year) and the subject are others. A newspaper mistakes one of them often, hardly both.
 */
function isAnother({ issuer, term, title }: Directive, words: string): boolean {
  const { year, issuer: body, subject } = TOLD.exec(words)?.groups ?? {};
  // A title made of other documents' numbers tells no subject.
  if (!body || !subject || /\d-\p{Lu}/u.test(title)) return false;
  const otherYear =
    year !== undefined && ![`${year}-01-01`, `${year}-12-31`].some((day) => termOf(day) === term);
  if (!otherYear && bare(issuer).includes(body)) return false;
  const about = pairsOf(bare(title));
  return ![...pairsOf(subject)].some((pair) => !FORMULA.has(pair) && about.has(pair));
}

function sameTermAs(candidate: Directive, id: string): boolean {
  return id.endsWith(`@${candidate.term}`);
}

function chosen(directive: Directive, doubt: Resolution['doubt'] = null): Resolution {
  return { directive, certain: true, doubt };
}

/** Syllable pairs that say how a document speaks, not what about. */
const FORMULA = new Set(
  'tang cuong|cuong su|su lanh|lanh dao|dao cua|cua dang|dang doi|doi voi|voi cong|cong tac|trong tinh|tinh hinh|hinh moi|tiep tuc|tuc doi|doi moi|nang cao|cao chat|chat luong|luong hieu|hieu qua|day manh|thuc hien|hien nghi|nghi quyet|va phat|phat trien|giai doan|den nam|tam nhin|nhin den|bo chinh|chinh tri|ban bi|bi thu|trung uong|thoi ky|viet nam|lanh dao|can bo|dang vien|cac cap|cua bo|to chuc|su nghiep|toan dang|dang ve|ve tiep|tuc day|tuc thuc|ve day|ve tang|ve viec|ve nang|mot so|so noi|noi dung|quan triet|hoc tap|tuyen truyen|trien khai|khai thuc|dai hoi|cong nghiep|hien dai|quan ly|xay dung|nhiem ky|dai bieu|nghiem tuc'.split(
    '|',
  ),
);

/** The candidate whose subject the words repeat, where no other comes near. Null where none stands out. */
function bestSubject(candidates: readonly Directive[], words: string, least = 1): Directive | null {
  const said = pairsOf(words);
  const subjects = candidates.map((candidate) => pairsOf(bare(candidate.title)));
  const scores = candidates.map((candidate, index) => {
    let score = 0;
    for (const pair of subjects[index] ?? []) {
      if (!said.has(pair)) continue;
      const shared = subjects.some((other, at) => at !== index && other.has(pair));
      if (shared) continue;
      score += FORMULA.has(pair) ? 0.25 : 1;
    }
    return { candidate, score };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  return first && first.score >= least && first.score > (second?.score ?? 0) * 1.5 ? first.candidate : null;
}

function pairsOf(words: string): Set<string> {
  const syllables = words.match(/[a-z]+|\d+/g) ?? [];
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < syllables.length; index++)
    pairs.add(`${syllables[index]} ${syllables[index + 1]}`);
  return pairs;
}
