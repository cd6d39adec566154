import { describe, expect, it } from 'vitest';
import { buildMiniSearch, buildPacked, packIndex, type SourceDocument } from './build';
import { IndexDamaged, marks, openIndex, snippet } from './index';

const documents: SourceDocument[] = [
  {
    id: 'a',
    title: 'Tổng kết công tác tuyên giáo năm 2020',
    body: 'Hưng Yên tổng kết, theo Chỉ thị số 05-CT/TW.',
  },
  { id: 'b', title: 'Tuyển sinh', body: 'Trường tuyển thêm ba giáo viên ở Nam Định, năm 2021.' },
  {
    id: 'c',
    title: 'Giao ban báo chí',
    body: 'Ban Tuyên giáo Tỉnh ủy Hòa Bình giao ban; Kế hoạch 57-KH/TU về đường lối.',
  },
  { id: 'd', title: 'Chỉ thị 06-CT/TƯ', body: 'Thành phố Hồ Chí Minh dương cờ, thực hiện nghị quyết.' },
];
const aliases = [{ from: 'TPHCM', to: 'Hồ Chí Minh' }];
const bytes = packIndex(buildMiniSearch(documents), documents, aliases);
const engine = openIndex(bytes);
const found = (text: string, options = {}): string[] =>
  engine.search(text, options).found.map(({ doc }) => documents[doc]?.id ?? '');

describe('search', () => {
  it('matches without marks, the syllables of a word together', () => {
    // `tuyển thêm ba giáo viên` holds both syllables, and not the word.
    expect(found('tuyen giao').sort()).toEqual(['a', 'c']);
    expect(found('hoà bình')).toEqual(['c']);
  });

  it('takes a syllable without marks among others with marks as typed', () => {
    // No `với`, no `ngoài`: but `va` beside its neighbours is a slip for `và`.
    const texts = ['Cùng với rừng xanh ở Tây Nguyên', 'Hội nghị và tổng kết', 'Voi rừng về bản'].map(
      (title, i): SourceDocument => ({ id: String(i), title, body: '' }),
    );
    const search = (all: SourceDocument[], text: string) =>
      openIndex(packIndex(buildMiniSearch(all), all))
        .search(text, { literal: true })
        .found.map(({ doc }) => all[doc]?.id);
    expect(search(texts, 'voi rừng về')).toEqual(['2']);
    expect(search(texts.slice(0, 2), 'voi ở rừng tây nguyên')).toEqual([]);
    expect(search(texts.slice(0, 2), 'hội nghị va tổng kết')).toEqual(['1']);
  });

  it('wants all of a few words', () => {
    expect(found('tuyên giáo hưng yên')).toEqual(['a']);
    expect(found('tuyên giáo xyzzy')).toEqual([]);
  });

  it('puts the spelling that was typed first', () => {
    expect(found('đường')[0]).toBe('c');
    expect(found('dương')[0]).toBe('d');
    expect(found('năm 2021')).toEqual(['b']);
  });

  it.each(['05-CT/TW', 'ct05', 'chi thi 05', '05–CT/TƯ', 'chỉ thị số 05'])('%s finds Directive 05', (text) =>
    expect(found(text)[0]).toBe('a'),
  );

  it('keeps TƯ and TU apart', () => {
    expect(found('06-CT/TƯ')).toEqual(['d']);
    expect(found('57-KH/TU')[0]).toBe('c');
    expect(found('06-ct/tu')).toEqual(['d']);
  });

  it('honours phrases, exclusions and stray operators', () => {
    expect(found('"tuyen giao"').sort()).toEqual(['a', 'c']);
    expect(found('"tuyên giáo" hòa bình')).toEqual(['c']);
    expect(found('tuyen giao -"tuyển sinh"').sort()).toEqual(['a', 'c']);
    expect(found('tuyen giao -2020')).toEqual(['c']);
    expect(found('giao -hòa bình')).not.toContain('c');
    expect(found('"kết theo"')).toEqual([]);
    for (const odd of ['"tuyên', '- -', '-', '""', '"', '😀', '\0', 'x'.repeat(50_000)]) {
      expect(() => found(odd)).not.toThrow();
    }
    expect(found('- tuyển sinh')).toEqual(['b']);
  });

  it('takes the last word as unfinished where nothing holds it as it stands', () => {
    expect(found('hung y')).toEqual(['a']);
    expect(found('hung y ')).toEqual([]);
  });

  it('reads aliases and abbreviations as what they stand for', () => {
    expect(found('TPHCM')).toEqual(['d']);
    expect(found('btg hoa binh')).toEqual(['c']);
    expect(found('NQ')).toEqual(['d']);
    // `tư` is a word; only the capitals are Trung ương or Tỉnh ủy.
    expect(found('tư ')).toEqual([]);
  });

  it('puts a title that names the words first; a rare short form of them does not outdo it', () => {
    const reports = [
      {
        id: 'x',
        title: 'Búa liềm vàng',
        body: 'Ban Tuyên giáo và TG&DV bàn về tuyên giáo; tuyên giáo họp, TG ghi.',
      },
      {
        id: 'y',
        title: 'Ban Tuyên giáo họp',
        body: 'Hội nghị bàn về nhiều việc khác nhau của địa phương trong năm.',
      },
      { id: 'z', title: 'Giao ban', body: 'Ban Tuyên giáo dự.' },
    ];
    const own = openIndex(packIndex(buildMiniSearch(reports), reports, []));
    expect(own.search('tuyen giao').found.map(({ doc }) => reports[doc]?.id)[0]).toBe('y');
  });

  it('tells what holds everything from what comes near, and what that lacks', () => {
    const { found: all, near, things } = engine.search('Hưng Yên tổng kết văn nghệ quần chúng');
    expect(all).toEqual([]);
    expect(documents[near[0]?.doc ?? -1]?.id).toBe('a');
    const lacks = near[0]?.missing.map((place) => things[place]?.text) ?? [];
    expect(lacks.join(' ')).toContain('văn nghệ');
    expect(lacks).not.toContain('Hưng Yên');
    expect(found('bóng đá ngoại hạng anh chiếu kênh gì?')).toEqual([]);
    expect(engine.search('bóng đá ngoại hạng anh chiếu kênh gì?').near).toEqual([]);
    expect(found('🙂🙂')).toEqual([]);
    expect(found('')).toHaveLength(documents.length);
  });

  it('wants marks that were typed; other spellings come near', () => {
    expect(found('tuyển')).toEqual(['b']);
    const { found: none, near } = engine.search('đưòng lối');
    expect(none).toEqual([]);
    expect(near.map(({ doc, missing }) => [documents[doc]?.id, missing.length])).toEqual([['c', 1]]);
    // One syllable of the word without its mark is no other word.
    expect(found('hưng yen')).toEqual(['a']);
  });

  it('asks nothing of words that only ask', () => {
    expect(found('cho tôi xem báo cáo tuyên giáo hưng yên')).toEqual(['a']);
    expect(found('tuyên giáo hưng yên là gì')).toEqual(['a']);
  });

  it('knows what the caller knows: facts count as the thing, kindred words bring near', () => {
    const know = () => [
      { first: 0, after: 2, documents: Uint8Array.from(documents, ({ id }) => (id === 'b' ? 1 : 0)) },
    ];
    expect(
      engine.search('thành nam tuyển sinh', { know }).found.map(({ doc }) => documents[doc]?.id),
    ).toEqual(['b']);
    const kindred = () => [{ first: 0, after: 2, others: [{ text: 'đường lối', same: false }] }];
    const outcome = engine.search('chủ trương', { know: kindred });
    expect(outcome.found).toEqual([]);
    expect(outcome.near.map(({ doc }) => documents[doc]?.id)).toEqual(['c']);
  });

  it('says why', () => {
    const { match } = engine.search('tuyên giáo 05-CT/TW');
    expect(engine.explain(0, match)).toEqual([
      { word: 'tuyên giáo', kind: 'word', found: 'tuyên giáo', fields: ['title'] },
      { word: '05-CT/TW', kind: 'number', found: '05-ct/tw', fields: ['body'] },
    ]);
  });
});

describe('repair of typing', () => {
  it.each([
    ['tuyeen giaos', 'tuyên giáo'],
    ['tuye6n gia1o', 'tuyên giáo'],
    ["tuye^n gia'o", 'tuyên giáo'],
    ['tuyên giaos', 'tuyên giáo'],
    ['tuyeên giáo', 'tuyên giáo'],
    ['tuyne giao hung yen', 'tuyen giao hung yen'],
    ['hưng yênn tổng kết', 'hưng yên tổng kết'],
    ['nghi quyetas', 'nghi quyetas'],
  ])('%s is read as %s', (typed, meant) => {
    const { repaired, found: hits } = engine.search(typed);
    if (typed === meant) expect(repaired).toBeNull();
    else {
      expect(repaired).toEqual({ from: typed, to: meant });
      expect(hits).toEqual(engine.search(meant).found);
    }
  });

  it.each(['six', 'post', '2023', 'CT05', 'tuyên giáo', 'facebook', 'tuyen giao'])(
    'leaves %s alone',
    (typed) => expect(engine.search(typed).repaired).toBeNull(),
  );

  it('can be declined', () => {
    expect(engine.search('tuyeen giaos', { literal: true })).toMatchObject({ found: [], repaired: null });
  });
});

describe('suggestPhrases', () => {
  it('goes on with phrases of the documents, marks restored', () => {
    expect(engine.suggestPhrases('tuyen gi', 3)).toEqual(['tuyên giáo']);
    expect(engine.suggestPhrases('hưng yên tuyen g', 3)).toEqual(['hưng yên tuyên giáo']);
    expect(engine.suggestPhrases('xyzzy', 3)).toEqual([]);
    expect(engine.suggestPhrases('', 3)).toEqual([]);
  });
});

describe('marks and snippets', () => {
  it('mark exactly the matched syllables, in the original letters', () => {
    const text = 'Ban Tuyên giáo Tỉnh uỷ Hoà Bình'.normalize('NFD');
    const cut = (query: string): string[] =>
      marks(text, engine.search(query).match).map(([start, end]) => text.slice(start, end).normalize('NFC'));
    expect(cut('tuyen giao')).toEqual(['Tuyên', 'giáo']);
    expect(cut('hòa bình')).toEqual(['Hoà', 'Bình']);
  });

  it('shows the densest window', () => {
    const text = `${'mở đầu '.repeat(60)}Ban Tuyên giáo Tỉnh ủy Hưng Yên họp. ${'kết thúc '.repeat(60)}`;
    const part = snippet(text, engine.search('tuyên giáo hưng yên').match, 120);
    expect(part.text.length).toBeLessThanOrEqual(120);
    expect(part.marks.map(([start, end]) => part.text.slice(start, end))).toEqual([
      'Tuyên',
      'giáo',
      'Hưng',
      'Yên',
    ]);
  });
});

describe('a damaged index', () => {
  it('is refused: truncated, altered, of another version', () => {
    expect(() => openIndex(bytes.subarray(0, bytes.length - 1))).toThrow(IndexDamaged);
    expect(() => openIndex(new Uint8Array(0))).toThrow(IndexDamaged);
    for (let at = 0; at < bytes.length; at++) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => openIndex(altered)).toThrow(IndexDamaged);
    }
  });

  it.each([0, 1, 2, 3])('opens wherever the bytes lie, also in a Buffer of Node (offset %i)', (offset) => {
    const around = Buffer.alloc(bytes.length + 8);
    around.set(bytes, offset);
    const opened = openIndex(around.subarray(offset, offset + bytes.length));
    expect(opened.search('tuyen giao').found).toEqual(engine.search('tuyen giao').found);
  });

  it('is the same bytes for the same documents', () => {
    expect(packIndex(buildMiniSearch(documents), documents, aliases)).toEqual(bytes);
  });
});

it('built piece by piece it is the same index, and no id stands twice', () => {
  const many = Array.from({ length: 5001 }, (_, i) => ({
    id: `r${i}`,
    title: `hội nghị ${i % 7}`,
    body: 'tuyên giáo',
  }));
  expect(Buffer.compare(buildPacked(many, aliases), packIndex(buildMiniSearch(many), many, aliases))).toBe(0);
  expect(() => buildPacked([...many, many[0] as (typeof many)[number]], [])).toThrow('r0');
});
