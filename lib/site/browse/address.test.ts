import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nearMatches, type Section, standingOf, withdrawalReason } from './address';

/** The shipped catalogue, with one of its reports withdrawn. */
const ID = 'lang-son-nhieu-nam-2015-bf3710';
const FILE = `reports/2020/${ID}.md`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-'));
  await cp('data', folder, { recursive: true });
  const text = await readFile(join(folder, FILE), 'utf8');
  await writeFile(
    join(folder, FILE),
    text.replace('\nseen:', '\nstatus: withdrawn\nwithdrawnReason: Nguồn xin rút.\nseen:'),
  );
  vi.stubEnv('DATA_DIR', folder);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('standingOf', () => {
  it.each<[Section, string, string]>([
    ['bao-cao', 'vinh-long-nam-2022-483c8f', 'here'],
    ['bao-cao', ID, 'withdrawn'],
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
  ])('%s/%s is %s', async (section, name, is) => {
    expect((await standingOf(section, name)).is).toBe(is);
  });

  it.each<[Section, string, string]>([
    ['dia-phuong', 'binh-dinh', '/dia-phuong/gia-lai.binh-dinh'],
    ['dia-phuong', 'Hà Nội', '/dia-phuong/ha-noi'],
    ['dia-phuong', 'ha-noi.ha-noi', '/dia-phuong/ha-noi'],
    ['van-ban', '05-CT/TW', '/van-ban/05-ct-tw-xii'],
    ['van-ban', '5-ct-tw-xii', '/van-ban/05-ct-tw-xii'],
    ['bao-cao', 'Vinh-Long-nam-2022-483c8f', '/bao-cao/vinh-long-nam-2022-483c8f'],
  ])('%s/%s has moved to %s', async (section, name, to) => {
    expect(await standingOf(section, name)).toEqual({ is: 'moved', to });
  });
});

it('tells why a report was withdrawn, and nothing of others', async () => {
  expect(await withdrawalReason(ID)).toBe('Nguồn xin rút.');
  expect(await withdrawalReason('vinh-long-nam-2022-483c8f')).toBeNull();
});

it('offers pages near a mistyped address, none that is withdrawn', async () => {
  const paths = async (section: Section, name: string) =>
    (await nearMatches(section, name)).map(({ path }) => path);
  expect(await paths('bao-cao', 'vinh-long-nam-2022')).toContain('/bao-cao/vinh-long-nam-2022-483c8f');
  expect(await paths('bao-cao', ID)).not.toContain(`/bao-cao/${ID}`);
  expect((await paths('dia-phuong', 'gia-lia'))[0]).toBe('/dia-phuong/gia-lai');
  expect(await paths('van-ban', '05-ct-tw-xiii')).toContain('/van-ban/05-ct-tw-xii');
});
