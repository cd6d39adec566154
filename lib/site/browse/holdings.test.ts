import { describe, expect, it } from 'vitest';
import { CORPUS } from './fixtures';
import { holdingsOf, placeName, placeValue } from './holdings';

const holdings = holdingsOf(CORPUS);

describe('holdings', () => {
  it('hold published reports only, newest first', () => {
    expect(holdings.all.map(({ report }) => report.id)).toEqual([
      'trung-uong-nam-2021-d',
      'ha-noi-nam-2020-a',
      'binh-dinh-nam-2020-c',
      'ha-noi-nam-2018-b',
      'khong-ro-e',
    ]);
    expect(holdings.byId.has('rut-f')).toBe(false);
  });

  it('count a review of several years under its last', () => {
    expect(holdings.byId.get('trung-uong-nam-2021-d')?.year).toBe(2021);
  });

  it('put a report under today’s province and the former one, where provinces were united', () => {
    expect(holdings.byId.get('binh-dinh-nam-2020-c')?.places).toEqual(['gia-lai', 'gia-lai.binh-dinh']);
    expect(holdings.byId.get('ha-noi-nam-2020-a')?.places).toEqual(['ha-noi']);
  });

  it.each([
    ['binh-dinh-nam-2020-c', 'gia-lai.binh-dinh', 'Bình Định (nay thuộc Gia Lai)'],
    ['ha-noi-nam-2020-a', 'ha-noi', 'Hà Nội'],
    ['trung-uong-nam-2021-d', 'trung-uong', 'Trung ương (toàn quốc)'],
    ['khong-ro-e', 'khong-ro', ''],
  ])('name the place of %s', (id, value, name) => {
    const holding = holdings.byId.get(id);
    expect(holding && placeValue(holding)).toBe(value);
    expect(holding && placeName(holding, holdings.vocabulary)).toBe(name);
  });
});
