import { describe, expect, it } from 'vitest';
import { isSpelled, syllableShare } from './syllable';

describe('isSpelled', () => {
  it.each([
    'nghị',
    'quyết',
    'Đảng',
    'ủy',
    'uỷ',
    'hoà',
    'hòa',
    'giáo',
    'quý',
    'khuya',
    'nghiêng',
    'ỷ',
    'GIỮA',
    'tuýp',
  ])('takes %s', (word) => {
    expect(isSpelled(word)).toBe(true);
    expect(isSpelled(word.normalize('NFD'))).toBe(true);
  });

  it.each(['strong', 'nghiª', 'chưùc', 'ơû', 'đâỵ', 'web', 'page', 'HĐND', 'tuyêng1', 'Chỉt', 'cằc', 'poc'])(
    'refuses %s',
    (word) => {
      expect(isSpelled(word)).toBe(false);
    },
  );
});

describe('syllableShare', () => {
  it('tells Vietnamese from what a wrong decoding makes of it', () => {
    expect(syllableShare('Tỉnh ủy tổ chức hội nghị.')).toBe(1);
    expect(syllableShare('TØnh ñy tæ chøc héi nghÞ.')).toBeLessThan(0.4);
    expect(syllableShare('2020, 13/7')).toBe(0);
  });
});
