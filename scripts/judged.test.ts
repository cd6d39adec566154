import { describe, expect, it } from 'vitest';
import { fold, spelling } from '../lib/vietnamese/fold';
import { readTyping } from '../lib/vietnamese/typing';
import { CONDITIONS, score, typeAs } from './judged';

const text = 'Hội nghị tổng kết công tác tuyên giáo toàn quốc, hoà bình ở đâu?';

describe('typeAs', () => {
  it('types alike in every run', () => {
    for (const condition of CONDITIONS) expect(typeAs(condition, text)).toBe(typeAs(condition, text));
  });

  it('changes only what the condition names', () => {
    expect(typeAs('as-typed', text)).toBe(text);
    expect(typeAs('no-marks', 'Đường hoà')).toBe('Duong hoa');
    expect(fold(typeAs('half-marks', text))).toBe(fold(text));
    expect(spelling(typeAs('tone', 'hòa thủy quý'))).toBe(spelling('hòa thủy quý'));
    expect(typeAs('tone', 'hòa thủy quý')).toBe('hoà thuỷ quý');
    expect(typeAs('nfd', text).normalize('NFC')).toBe(text);
    expect(typeAs('telex', 'Đường tuyên giáo')).toBe('Dduwowngf tuyeen giaos');
  });

  it('makes at least one slip, and one in eight words', () => {
    const slipped = (value: string): number => {
      const before = value.split(' ');
      return typeAs('typo', value)
        .split(' ')
        .filter((word, i) => word !== before[i]).length;
    };
    expect(slipped('tuyên giáo')).toBeLessThanOrEqual(1);
    expect(slipped('tổng kết công tác tuyên giáo toàn quốc '.repeat(4).trim())).toBeLessThanOrEqual(4);
    expect(typeAs('typo', text)).not.toBe(text);
  });

  it('types Telex that reads back as the words', () => {
    for (const word of ['tuyên', 'giáo', 'đường', 'nguyễn', 'quốc', 'thủy', 'ương']) {
      expect(readTyping(typeAs('telex', word)).map(spelling)).toContain(spelling(word));
    }
  });
});

describe('score', () => {
  it('counts ranks, recall, gain and empty answers', () => {
    const answers: Record<string, string[]> = {
      first: ['a', 'x'],
      second: ['x', 'b'],
      none: [],
      both: ['a', 'b'],
    };
    const queries = [
      { id: '1', text: 'first', relevant: ['a'] },
      { id: '2', text: 'second', relevant: ['b'] },
      { id: '3', text: 'none', relevant: ['a'] },
      { id: '4', text: 'both', relevant: ['a', 'b'] },
    ];
    expect(score(queries, (query) => answers[query] ?? [])).toEqual({
      queries: 4,
      mrr10: 0.625,
      recall1: 0.375,
      recall5: 0.75,
      recall10: 0.75,
      ndcg10: 0.6577,
      zeroHits: 1,
    });
  });
});
