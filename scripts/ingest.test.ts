import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PAGE = `Giao ban công tác tuyên giáo quý I năm 2021
06/05/2021 08:00

Ngày 5/5, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ở các huyện, thành phố trong tỉnh.

Trong quý, cán bộ tuyên giáo đến từng xóm nghe dân nói, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không chờ đến cuối tháng mới gửi một lần.

Hoàng An
`;

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  dataDir = join(folder, 'data');
  for (const part of ['places', 'directives.yaml', 'plenums.yaml'])
    await cp(join('data', part), join(dataDir, part), { recursive: true });
  await writeFile(join(folder, 'a.txt'), PAGE);
  await writeFile(join(folder, 'b.txt'), `${PAGE}\nLượt xem: 12\n`);
  await writeFile(join(folder, 'c.pdf'), '%PDF-1.4 nothing');
});
afterAll(() => rm(folder, { recursive: true }));

const files = (...names: string[]) => names.map((name) => join(folder, name));

async function ingest(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const run = promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'scripts/ingest.ts',
    '--out',
    dataDir,
    ...args,
  ]);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('npm run ingest', () => {
  it('prints JSON and nothing else, and writes nothing, with --dry-run --json', async () => {
    const { code, stdout } = await ingest('--dry-run', '--json', ...files('a.txt'));
    const [entry] = JSON.parse(stdout) as Record<string, never>[];
    expect(code).toBe(0);
    expect(Object.keys(entry ?? {})).toEqual(['file', 'report', 'body', 'captions', 'evidence', 'warnings']);
    expect(entry?.report).toMatchObject({
      heldOn: '2021-05-05',
      publishedOn: '2021-05-06',
      province: 'hung-yen',
      directives: ['05-CT/TW@XII'],
    });
    expect(Object.keys(entry?.report ?? {})).toEqual([
      'title',
      'publishedOn',
      'heldOn',
      'province',
      'currentProvince',
      'district',
      'level',
      'organization',
      'kind',
      'period',
      'nextPeriod',
      'directives',
      'localDocuments',
      'figures',
      'chair',
      'author',
      'source',
      'topics',
    ]);
    expect(await readdir(dataDir)).not.toContain('reports');
  });

  it('goes on past a bad file, skips a duplicate, and fails in the end', async () => {
    const { code, stdout, stderr } = await ingest(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('c.pdf: the PDF is damaged; download or save it again');
    expect(stderr).toMatch(/b\.txt: skipped: hung-yen-quy-1-2021-\w{6} has nearly the same text/);
    expect(stdout).toContain('06/05/2021 08:00');
    const written = (await readdir(join(dataDir, 'reports'), { recursive: true })).filter((name) =>
      name.endsWith('.md'),
    );
    expect(written).toEqual([expect.stringMatching(/^2021\/hung-yen-quy-1-2021-\w{6}\.md$/)]);
    expect(await readFile(join(dataDir, 'reports', written[0] ?? ''), 'utf8')).toContain('## Toàn văn');
  });

  it('lets what the person knows overrule the page', async () => {
    const options = ['--province', 'son-la', '--date', '2021-05-04', '--source', 'https://example.vn/tin/1'];
    const { stdout } = await ingest('--dry-run', '--json', '--force', ...options, ...files('a.txt'));
    const [entry] = JSON.parse(stdout) as { report: object }[];
    expect(entry?.report).toMatchObject({ province: 'son-la', heldOn: '2021-05-04', source: 'example.vn' });
  });

  it('says of each address in a list what is wrong with it', async () => {
    await writeFile(join(folder, 'list'), 'http://127.0.0.1:9/a\nftp://example.vn/b # no\n');
    const { code, stderr } = await ingest('--list', join(folder, 'list'));
    expect(code).toBe(1);
    expect(stderr).toContain('http://127.0.0.1:9/a: 127.0.0.1:9 is not on the public internet');
    expect(stderr).toContain('ftp://example.vn/b is not the address of a page');
  });

  it('does not ask again for what the catalogue holds', async () => {
    const address = 'http://127.0.0.1:9/held';
    const out = ['--out', join(folder, 'held')];
    for (const part of ['places', 'directives.yaml', 'plenums.yaml'])
      await cp(join('data', part), join(folder, 'held', part), { recursive: true });
    await ingest(...out, '--source', address, ...files('a.txt'));
    const { code, stderr } = await ingest(...out, address);
    expect(stderr).toContain('1 pages: 1 held');
    expect(code).toBe(0);
  });

  it.each([
    ['--province', 'nowhere'],
    ['--date', '2021-02-30'],
    ['--source', 'example'],
  ])('refuses %s %s', async (option, value) => {
    const { code, stderr } = await ingest('--dry-run', option, value, ...files('a.txt'));
    expect(code).not.toBe(0);
    expect(stderr).toContain(option);
  });
});
