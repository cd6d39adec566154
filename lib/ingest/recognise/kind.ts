/** What kind of conference, and what it dealt with. */
import { periodKind } from '../../domain/period';
import type { Period } from '../../domain/report';
import type { ReportKind, Topic } from '../../domain/vocabulary';
import { linesOf, type Page } from '../page/page';
import type { Span } from '../page/text';
import { type Candidate, candidatesBeside, type Finding, found } from './finding';

const NAMES: [RegExp, ReportKind][] = [
  [/\btong ket\b/, 'tong-ket'],
  [/\bso ket\b/, 'so-ket'],
  [/\bgiao ban\b/, 'giao-ban'],
];

/**
 * By the conference's own name, first where the article says what was held (`tổ chức Hội nghị sơ kết …`), then in the
 * headline, then by the period. A headline `Giao ban …` over a body that says `sơ kết` is a sơ kết.
 */
export function readKind(page: Page, period: Period | null): Finding<ReportKind> {
  const finding = chooseKind(page, period);
  return { ...finding, candidates: candidatesBeside(finding.value, kindsNamed(page)) };
}

/** The kinds that headline and opening name, each with its first words. */
function kindsNamed(page: Page): Candidate<ReportKind>[] {
  const opening = [...linesOf(page, 'title'), ...linesOf(page, 'body').slice(0, 3)];
  return [...NAMES, [SPECIAL, 'chuyen-de'] as const].flatMap(([name, kind]): Candidate<ReportKind>[] => {
    for (const { bare, start } of opening) {
      const match = name.exec(bare);
      if (match)
        return [
          { value: kind, span: { start: start + match.index, end: start + match.index + match[0].length } },
        ];
    }
    return [];
  });
}

function chooseKind(page: Page, period: Period | null): Finding<ReportKind> {
  const [lead, second] = linesOf(page, 'body');
  const titles = linesOf(page, 'title');
  const held =
    lead &&
    namedIn(
      lead,
      /\b(?:to chuc|mo|hop|khai mac|dien ra|du|chu tri|phoi hop|ban tuyen giao|hoi nghi)\b.{0,80}?\b(tong ket|so ket|giao ban)\b/,
    );
  if (held) return found(held.kind, held.span);
  const titled = firstNamed(titles);
  if (titled) return found(titled.kind, titled.span);
  const said = firstNamed([lead, second]);
  if (said) return found(said.kind, said.span, 'likely');
  const special = [...titles, lead].find((part) => part && SPECIAL.test(part.bare));
  if (special) {
    const match = SPECIAL.exec(special.bare);
    const start = special.start + (match?.index ?? 0);
    return found<ReportKind>('chuyen-de', { start, end: start + (match?.[0].length ?? 0) }, 'likely');
  }
  const byPeriod = period?.kind ? periodKind(period.kind).conference : null;
  if (byPeriod)
    return found<ReportKind>(byPeriod, null, 'guess', [
      {
        code: 'kind-inferred',
        field: 'kind',
        text: 'The page does not name the kind of conference; taken from the period.',
      },
    ]);
  return found<ReportKind>('chuyen-de', null, 'guess', [
    { code: 'kind-inferred', field: 'kind', text: 'The page names no kind of conference.' },
  ]);
}

/** Meetings about one matter, whatever span of time they name. */
const SPECIAL =
  /\b(?:hoi nghi chuyen de|chuyen de|toa dam|hoi thao|kiem tra|khao sat|lam viec voi|tap huan)\b/;

type Named = { kind: ReportKind; span: Span };
type Part = { bare: string; start: number };

function namedIn(part: Part, pattern: RegExp): Named | null {
  const match = pattern.exec(part.bare);
  const kind = match && NAMES.find(([name]) => name.test(match[1] ?? ''))?.[1];
  if (!match || !kind) return null;
  const start = part.start + match.index + match[0].length - (match[1]?.length ?? 0);
  return { kind, span: { start, end: start + (match[1]?.length ?? 0) } };
}

function firstNamed(parts: (Part | undefined)[]): Named | null {
  for (const part of parts) {
    const named = part && namedIn(part, /\b(tong ket|so ket|giao ban)\b/);
    if (named) return named;
  }
  return null;
}

/** Words that show a subject, bare; a subject counts when its words stand in headline or lead, or twice at all. */
const SUBJECTS: [Topic, RegExp][] = [
  ['tuyen-truyen', /\btuyen truyen\b(?! vien)/g],
  ['bao-chi-xuat-ban', /\b(?:bao chi|xuat ban|nha bao|toa soan|phong vien)\b/g],
  [
    'hoc-tap-lam-theo-bac',
    /\b(?:hoc tap va lam theo|lam theo (?:bac|tu tuong|tam guong|guong)|chi thi (?:so )?0?[35]\b|0[35]-ct\/tw|guong bac|hoc (?:va )?lam theo|tam guong dao duc)/g,
  ],
  ['du-luan-xa-hoi', /\bdu luan\b/g],
  [
    'hoc-tap-nghi-quyet',
    /\b(?:quan triet|hoc tap(?:,| va)? (?:quan triet|nghi quyet|cac nghi quyet|chuyen de)|hoc nghi quyet|hoc tap nghi quyet)/g,
  ],
  [
    'thi-dua-khen-thuong',
    /\b(?:thi dua|khen thuong|giay khen|bang khen|ky niem chuong|bieu duong|tuyen duong)\b/g,
  ],
  ['bau-cu-dai-hoi', /\b(?:bau cu|dai hoi (?:dang|dai bieu|dang bo|cac cap|lan thu)|ung cu vien|cu tri)\b/g],
  [
    'bao-ve-nen-tang-tu-tuong',
    /\b(?:nen tang tu tuong|quan diem sai trai|ban chi dao 35|bcd 35|phan bac|dien bien hoa binh|thong tin xau(?: |, )doc|35-nq\/tw|luan dieu)\b/g,
  ],
  ['covid-19', /\b(?:covid|dich benh|phong,? chong dich)\b/g],
  [
    'van-hoa-van-nghe',
    /\b(?:van hoa,? van nghe|van hoa - van nghe|van hoc,? nghe thuat|van nghe|doi song van hoa|gia dinh van hoa|33-nq\/tw|van hoa, con nguoi)\b/g,
  ],
  ['khoa-giao', /\b(?:khoa giao|giao duc va dao tao|y te|khoa hoc va cong nghe|khuyen hoc|pho cap)\b/g],
  [
    'ly-luan-chinh-tri',
    /\b(?:ly luan chinh tri|giao duc ly luan|trung tam (?:boi duong )?chinh tri|boi duong chinh tri)\b/g,
  ],
  ['thong-tin-doi-ngoai', /\b(?:thong tin doi ngoai|ttdn|doi ngoai)\b/g],
  ['lich-su-dang', /\b(?:lich su dang|bien soan lich su|nghien cuu.{0,20}lich su|lich su dia phuong)\b/g],
  ['bien-dao', /\b(?:bien,? dao|bien,? hai dao|bien dong|hai dao|truong sa|hoang sa)\b/g],
  // Not `tuyên giáo và dân vận`: since 2025 that is in the name of the bodies.
  ['dan-van', /\b(?:cong tac dan van|dan van kheo|dan van chinh quyen)\b/g],
];

/** The subjects a page deals with, in the order of the vocabulary. */
export function readTopics(page: Page): Topic[] {
  const [lead] = linesOf(page, 'body');
  const top = [...linesOf(page, 'title'), ...(lead ? [lead] : [])].map(({ bare }) => bare).join('\n');
  const body = linesOf(page, 'body')
    .map(({ bare }) => bare)
    .join('\n');
  return SUBJECTS.flatMap(([topic, words]) => {
    const inTop = new RegExp(words.source).test(top);
    return inTop || (body.match(words)?.length ?? 0) >= 2 ? [topic] : [];
  });
}
