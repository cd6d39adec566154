import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { Readers } from '../ingest/apart/readers';
import { ARTICLE, send, serve, visitorHere } from '../ingest/fetch/fixtures';
import { dataRegistry, TODAY } from '../ingest/fixtures';
import { openReports } from '../ingest/write/store';
import { readAddress, readFileDraft } from './read';
import type { DeskRoom } from './room';

const readers = new Readers('data');
afterAll(() => readers.close());

async function room(): Promise<DeskRoom> {
  return {
    dataDir: 'data',
    registry: await dataRegistry(),
    store: await openReports('data'),
    readers,
    visitor: visitorHere(),
    today: TODAY,
  };
}

/** The address of some report of the catalogue. */
async function heldAddress(): Promise<string> {
  const { duplicates } = await openReports('data');
  const text = await readFile('data/reports/2020/thai-nguyen-khac-a7c6d2.md', 'utf8');
  const url = /^url: (\S+)/m.exec(text)?.[1] ?? '';
  expect(duplicates.find('', url, '')).not.toBeNull();
  return url;
}

// The process that reads pages loads the registries first: on a busy machine that takes its time.
const PATIENT = { timeout: 300_000 };

describe('an address at the desk', PATIENT, () => {
  it('of a page is read', async () => {
    const { origin } = await serve({ '/tin/1.html': send('text/html; charset=utf-8', ARTICLE) });
    const read = await readAddress(`${origin}/tin/1.html`, await room());
    expect(read).toMatchObject({ report: { title: 'Giao ban công tác tuyên giáo quý I năm 2021' } });
  });

  it('of a feed is listed, without what the catalogue holds', async () => {
    const held = await heldAddress();
    const rss = `<rss><channel><item><title>Giao ban</title><link>https://example.vn/1.html</link></item><item><title>Cũ</title><link>${held}</link></item></channel></rss>`;
    const { origin } = await serve({ '/rss': send('application/rss+xml', rss) });
    expect(await readAddress(`${origin}/rss`, await room())).toEqual({
      links: [{ url: 'https://example.vn/1.html', title: 'Giao ban' }],
      held: 1,
    });
  });
});

describe('a district offered', PATIENT, () => {
  it('brings its code, and its province where the report has another', async () => {
    const text = `Giao ban công tác tuyên giáo quý II/2020\n12/07/2020 08:00\n\nNgày 10/7/2020, tại huyện Bảo Thắng, Ban Tuyên giáo Huyện ủy Mộ Đức giao ban công tác quý II, bàn việc quý III với các xã.\n\nCác đơn vị làm được nhiều việc thiết thực, được cấp ủy ghi nhận và người dân đồng tình, nhất là ở vùng sâu, vùng xa.\n`;
    const { report, choices } = await readFileDraft(Buffer.from(text), 'a.txt', await room());
    expect(report).toMatchObject({ province: 'quang-ngai', districtCode: expect.stringMatching(/^\d+$/) });
    expect(choices.district?.find(({ label }) => label.includes('Bảo Thắng'))).toMatchObject({
      label: 'huyện Bảo Thắng (Lào Cai)',
      change: {
        province: 'lao-cai',
        currentProvince: 'lao-cai',
        districtCode: expect.stringMatching(/^\d+$/),
      },
    });
  });
});
