/** The blocks of the form: which fields each holds, and in what order they come. */
import { type Choice, type DeskDraft, fieldOf, type Sureness } from '@/lib/desk/form';

export interface Block {
  key: string;
  label: string;
  fields: readonly string[];
}

const BLOCKS = [
  { key: 'title', label: 'Tiêu đề', fields: ['title', 'titleIs'] },
  { key: 'organization', label: 'Cơ quan tổ chức', fields: ['organization'] },
  { key: 'kind', label: 'Loại hội nghị', fields: ['kind'] },
  { key: 'period', label: 'Kỳ báo cáo', fields: ['period'] },
  { key: 'nextPeriod', label: 'Kỳ tới', fields: ['nextPeriod'] },
  { key: 'heldOn', label: 'Ngày họp', fields: ['heldOn'] },
  { key: 'publishedOn', label: 'Ngày đăng', fields: ['publishedOn'] },
  {
    key: 'province',
    label: 'Địa phương',
    fields: ['province', 'currentProvince', 'district', 'districtCode'],
  },
  { key: 'level', label: 'Cấp', fields: ['level'] },
  { key: 'chair', label: 'Chủ trì', fields: ['chair'] },
  { key: 'directives', label: 'Văn bản được dẫn', fields: ['directives'] },
  { key: 'localDocuments', label: 'Văn bản của địa phương', fields: ['localDocuments'] },
  { key: 'figures', label: 'Số liệu', fields: ['figures'] },
  { key: 'topics', label: 'Chủ đề', fields: ['topics'] },
  { key: 'author', label: 'Tác giả', fields: ['author'] },
  { key: 'source', label: 'Nguồn', fields: ['source'] },
  { key: 'url', label: 'Địa chỉ trang', fields: ['url', 'alsoAt'] },
  { key: 'terms', label: 'Cụm từ trong bài', fields: ['terms'] },
  { key: 'conference', label: 'Cùng một hội nghị với', fields: ['conference'] },
  { key: 'abstract', label: 'Tóm tắt', fields: ['abstract'] },
  {
    key: 'status',
    label: 'Công bố',
    fields: ['status', 'withdrawnReason', 'rights', 'seen', 'id', 'fullText'],
  },
] as const satisfies readonly Block[];
export type BlockKey = (typeof BLOCKS)[number]['key'];
export type FormBlock = Block & { key: BlockKey };

export const SURENESS: Record<Sureness, string> = {
  sure: 'Chắc',
  likely: 'Có lẽ',
  guess: 'Đoán',
  empty: 'Trống',
  kept: 'Đã lưu',
  typed: 'Bạn nhập',
};

/** From what wants a look most. */
const WORST_FIRST: readonly Sureness[] = ['guess', 'empty', 'likely', 'typed', 'kept', 'sure'];

export interface BlockReading {
  /** The least sure of its values; null where it has none. */
  sureness: Sureness | null;
  /** Keys of its values. */
  keys: string[];
  choices: { key: string; choice: Choice }[];
  doubts: string[];
}

export function readingOf({ sureness, choices, doubts }: DeskDraft, { fields }: Block): BlockReading {
  const own = (key: string) => fields.includes(fieldOf(key));
  const keys = Object.keys(sureness).filter(own);
  const seen = keys.flatMap((key) => sureness[key] ?? []);
  return {
    keys,
    // An empty value beside one that is known (a district) says little of the block.
    sureness:
      WORST_FIRST.find((one) => seen.includes(one) && (one !== 'empty' || seen.every((s) => s === one))) ??
      null,
    choices: Object.entries(choices)
      .filter(([key]) => own(key))
      .flatMap(([key, offered]) => offered.map((choice) => ({ key, choice }))),
    doubts: fields.flatMap((field) => doubts[field] ?? []),
  };
}

/** How much a block wants a look: 2 a guess or a hole with something said of it, 1 one step of inference, 0 none. */
function urgency(draft: DeskDraft, block: Block): number {
  const { sureness, choices, doubts } = readingOf(draft, block);
  if (sureness === 'guess') return 2;
  if (sureness === 'empty') return choices.length + doubts.length > 0 ? 2 : 0;
  return sureness === 'likely' || doubts.length > 0 ? 1 : 0;
}

/** Blocks in the order of the form: doubts first, by the page as it was read, so that none moves while one types. */
export function orderedBlocks(draft: DeskDraft): { doubtful: FormBlock[]; rest: FormBlock[] } {
  const ranked = BLOCKS.map((block: FormBlock) => ({ block, rank: urgency(draft, block) }));
  const doubtful = ranked.filter(({ rank }) => rank > 0).sort((a, b) => b.rank - a.rank);
  const rest = ranked.filter(({ rank }) => rank === 0);
  return { doubtful: doubtful.map(({ block }) => block), rest: rest.map(({ block }) => block) };
}

/** The label of the block that a field is in. */
export function blockOf(field: string): FormBlock | undefined {
  const name = field.replace(/[.[].*$/, '');
  return BLOCKS.find(({ fields }) => (fields as readonly string[]).includes(name));
}
