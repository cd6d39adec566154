import fc from 'fast-check';
import { toTCVN3, toVIQR, toVNI } from 'vietnamese-conversion';
import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { IngestFailure } from './failure';

const TEXT = `Ngày 12/7, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị sơ kết công tác 6 tháng đầu năm.
Các huyện ủy, thành ủy đã chủ động nắm bắt dư luận, thực hiện tốt nghị quyết, chỉ thị của Đảng; đời sống được giữ vững.
Hội nghị chỉ rõ những việc chưa làm được và giao nhiệm vụ cho từng cơ sở, yêu cầu hoàn thành trước mùa lũ.`;

/** Bytes of a text in windows-1258: letters with their quality, tone marks after them. */
function inWindows1258(text: string): Buffer {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const whole = byteOf.get(letter);
    if (whole !== undefined) {
      bytes.push(whole);
      continue;
    }
    const marks = [...letter.normalize('NFD')];
    const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
    const base = marks
      .filter((mark) => mark !== tone)
      .join('')
      .normalize('NFC');
    bytes.push(byteOf.get(base) ?? 63, byteOf.get(tone) ?? 63);
  }
  return Buffer.from(bytes);
}

describe('decode', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(TEXT.normalize('NFD'))],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['windows-1258', inWindows1258(TEXT)],
    ['tcvn3', Buffer.from(toTCVN3(TEXT, 'unicode'), 'latin1')],
    ['tcvn3', Buffer.from(toTCVN3(TEXT, 'unicode'))],
    ['vni', Buffer.from(toVNI(TEXT, 'unicode'), 'latin1')],
    ['vni', Buffer.from(toVNI(TEXT, 'unicode'))],
    ['viqr', Buffer.from(toVIQR(TEXT, 'unicode'))],
  ])('reads %s', (encoding, bytes) => {
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.normalize('NFC').replace('\ufeff', '')).toBe(TEXT);
  });

  it('leaves text without marks alone', () => {
    const plain = 'Chi thi 05-CT/TW cua Bo Chinh tri duoc trien khai o cac huyen va thanh pho trong nam nay.';
    expect(decode(Buffer.from(plain))).toEqual({ text: plain, encoding: 'utf-8' });
  });

  it('reads a file pasted together from two encodings line by line', () => {
    const [first = '', second = '', third = ''] = TEXT.split('\n');
    const newline = Buffer.from('\n');
    const bytes = Buffer.concat([
      Buffer.from(first),
      newline,
      Buffer.from(toTCVN3(second, 'unicode'), 'latin1'),
      newline,
      Buffer.from(third),
    ]);
    expect(decode(bytes)).toEqual({ text: TEXT, encoding: 'mixed' });
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from(' \n\t\n')],
    ['binary', Buffer.from([1, 2, 0, 3, 0, 0, 9])],
    ['binary', Buffer.from(`${TEXT.slice(0, 40)}${'\u0001\u0002'.repeat(40)}`)],
  ])('refuses %s', (code, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code }));
  });

  it('answers or fails clearly on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(decode(bytes).text.trim()).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(IngestFailure);
        }
      }),
    );
  });
});
