import { describe, expect, it } from 'vitest';
import type { Section } from '../../domain/paths';
import { nearMatches, standingOf, withdrawalReason } from './address';
import { CORPUS } from './fixtures';
import { holdingsOf } from './holdings';

const HOLDINGS = holdingsOf(CORPUS);
const WITHDRAWN = 'rut-f';

describe('standingOf', () => {
  it.each<[Section, string, string]>([
    ['bao-cao', 'ha-noi-nam-2020-a', 'here'],
    ['bao-cao', WITHDRAWN, 'withdrawn'],
    ['bao-cao', 'khong-co', 'missing'],
    ['bao-cao', '../../package', 'missing'],
    ['bao-cao', '', 'missing'],
    ['bao-cao', 'a'.repeat(5000), 'missing'],
    ['van-ban', '05-ct-tw-xii', 'here'],
    ['van-ban', 'theo-khoa', 'here'],
    ['van-ban', '18-nq-tw', 'here'],
    ['van-ban', '999-ct-tw', 'missing'],
    ['dia-phuong', 'gia-lai.binh-dinh', 'here'],
    ['dia-phuong', 'trung-uong', 'here'],
    ['dia-phuong', 'ha-noi.binh-dinh', 'missing'],
    ['dia-phuong', '\u0000', 'missing'],
  ])('%s/%s is %s', (section, name, is) => {
    expect(standingOf(section, name, HOLDINGS).is).toBe(is);
  });

  it.each<[Section, string, string]>([
    ['dia-phuong', 'binh-dinh', '/dia-phuong/gia-lai.binh-dinh'],
    ['dia-phuong', 'Hà Nội', '/dia-phuong/ha-noi'],
    ['dia-phuong', 'ha-noi.ha-noi', '/dia-phuong/ha-noi'],
    ['van-ban', '05-CT/TW', '/van-ban/05-ct-tw-xii'],
    ['van-ban', '5-ct-tw-xii', '/van-ban/05-ct-tw-xii'],
    ['bao-cao', 'Ha-Noi-nam-2020-a', '/bao-cao/ha-noi-nam-2020-a'],
  ])('%s/%s has moved to %s', (section, name, to) => {
    expect(standingOf(section, name, HOLDINGS)).toEqual({ is: 'moved', to });
  });
});

it('tells why a report was withdrawn, and nothing of others', () => {
  expect(withdrawalReason(WITHDRAWN, HOLDINGS)).toBe('Nguồn xin rút.');
  expect(withdrawalReason('ha-noi-nam-2020-a', HOLDINGS)).toBeNull();
});

it('offers pages near a mistyped address, none that is withdrawn', () => {
  const paths = (section: Section, name: string) =>
    nearMatches(section, name, HOLDINGS).map(({ path }) => path);
  expect(paths('bao-cao', 'ha-noi-nam-2020')).toContain('/bao-cao/ha-noi-nam-2020-a');
  expect(paths('bao-cao', WITHDRAWN)).not.toContain(`/bao-cao/${WITHDRAWN}`);
  expect(paths('dia-phuong', 'gia-lia')[0]).toBe('/dia-phuong/gia-lai');
  expect(paths('van-ban', '05-ct-tw-xiii')).toContain('/van-ban/05-ct-tw-xii');
});
