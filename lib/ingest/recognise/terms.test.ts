import { describe, expect, it } from 'vitest';
import { addPhrases, type Phrases, termsIn } from './terms';

function phrasesOf(...reports: string[][]): Phrases {
  const phrases: Phrases = new Map();
  for (const terms of reports) addPhrases(terms, phrases);
  return phrases;
}

describe('the terms of a page', () => {
  const phrases = phrasesOf(
    ['dư luận xã hội', 'cộng tác viên dư luận xã hội', 'tuyên truyền miệng', 'tham luận', 'báo'],
    ['Cộng tác viên dư luận xã hội', 'dư luận xã hội', 'tuyên truyền miệng', 'Báo'],
    ['dư luận xã hội', 'chuyển đổi số'],
  );

  it('are phrases of two reports or more, as the page writes them, in its order', () => {
    const text = 'Công tác Tuyên truyền miệng và mạng lưới Cộng tác viên dư luận xã hội; chuyển đổi số.';
    expect(termsIn(text, phrases)).toEqual(['Tuyên truyền miệng', 'Cộng tác viên dư luận xã hội']);
  });

  it('are whole words, never one syllable', () => {
    expect(termsIn('Tin báo: cũ luận xã hộị', phrases)).toEqual([]);
    expect(termsIn('xdu luan xa hoi, du luan xa hois', phrases)).toEqual([]);
  });

  it('are the longest six', () => {
    const many = ['a b', 'c d', 'e f', 'g h', 'i k', 'l m', 'n o p'];
    const found = termsIn(many.join('. '), phrasesOf(many, many));
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toBe('n o p');
  });
});
