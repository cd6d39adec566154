import { describe, expect, it } from 'vitest';
import { DuplicateFinder } from './duplicates';

const TEXT = Array.from(
  { length: 60 },
  (_, index) => `Câu thứ ${index} kể việc ${index * 7} ở thôn ${index * 13} của xã miền núi.`,
).join(' ');
const OTHER = Array.from(
  { length: 60 },
  (_, index) => `Ý kiến ${index * 3} bàn chuyện ${index * 11} tại phường ${index * 5} ven sông lớn.`,
).join(' ');

describe('DuplicateFinder', () => {
  const finder = new DuplicateFinder();
  finder.add('cu', 'https://www.example.vn/tin/1.html?utm_source=x#top', TEXT);

  it.each([
    'http://example.vn/tin/1.html',
    'https://www.example.vn/tin/1.html/',
    'https://example.vn/tin/1.html#end',
  ])('knows the address %s again', (url) => {
    expect(finder.find('moi', url, OTHER)).toEqual({ of: 'cu', why: 'address' });
  });

  it('knows a text again that was cut or set otherwise', () => {
    expect(finder.find('moi', null, TEXT.normalize('NFD').toUpperCase())).toEqual({ of: 'cu', why: 'text' });
    expect(finder.find('moi', null, TEXT.slice(0, TEXT.length * 0.9))).toEqual({ of: 'cu', why: 'text' });
  });

  it('lets other pages pass, and the page itself', () => {
    expect(finder.find('moi', 'https://example.vn/tin/2.html', OTHER)).toBeNull();
    expect(finder.find('moi', null, `${OTHER} ${TEXT.slice(0, 400)}`)).toBeNull();
    expect(finder.find('cu', 'https://example.vn/tin/1.html', TEXT)).toBeNull();
    expect(finder.find('moi', null, 'Một câu ngắn.')).toBeNull();
  });

  it('takes two texts for one from three quarters of their runs in common', () => {
    const sentences = TEXT.split('. ');
    const others = OTHER.split('. ');
    const kept = (share: number) =>
      [...sentences.slice(0, share * sentences.length), ...others.slice(0, (1 - share) * others.length)].join(
        '. ',
      );
    expect(finder.find('moi', null, kept(0.95))).toEqual({ of: 'cu', why: 'text' });
    expect(finder.find('moi', null, kept(0.6))).toBeNull();
    // On either side of the bound.
    expect(finder.find('moi', null, kept(0.88))).toBeNull();
    expect(finder.find('moi', null, kept(0.89))).toEqual({ of: 'cu', why: 'text' });
  });
});

describe('one conference told twice', () => {
  const event = {
    title: 'Hưng Yên tổng kết công tác tuyên giáo năm 2020',
    place: 'hung-yen',
    day: '2021-01-14',
    period: 'nam--2020',
  };
  it('is known by place, day, period and nearly the same title', () => {
    const finder = new DuplicateFinder();
    finder.addEvent('a', event);
    expect(
      finder.find('b', null, '', { ...event, title: 'HƯNG YÊN: Tổng kết công tác tuyên giáo năm 2020' }),
    ).toEqual({
      of: 'a',
      why: 'event',
    });
    expect(finder.find('b', null, '', { ...event, day: '2021-01-15' })).toBeNull();
    expect(finder.find('b', null, '', { ...event, title: 'Giao ban báo chí quý IV' })).toBeNull();
    expect(finder.find('a', null, '', event)).toBeNull();
  });

  it('has one title from three quarters of the words of both', () => {
    const words = (count: number) => Array.from({ length: count }, (_, i) => `từ${i}`).join(' ');
    const finder = new DuplicateFinder();
    finder.addEvent('a', { ...event, title: words(20) });
    expect(finder.find('b', null, '', { ...event, title: words(15) })).toEqual({ of: 'a', why: 'event' });
    expect(finder.find('b', null, '', { ...event, title: words(14) })).toBeNull();
  });
});
