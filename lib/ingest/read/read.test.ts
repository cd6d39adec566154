import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRegistry, pageOf, TODAY } from '../fixtures';
import { ingestBytes } from '../ingest';
import { IngestFailure } from './failure';
import { docx, pdf, zip } from './fixtures';
import { joinPrintedLines } from './pdf';
import { LARGEST_FILE, readPage } from './read';

const LEAD =
  'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ở cơ sở.';
const MORE =
  'Trong quý, cán bộ tuyên giáo đến từng xóm nghe dân nói, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không chờ cuối tháng.';

async function ingest(bytes: Uint8Array, name: string) {
  return ingestBytes(bytes, name, await dataRegistry(), {}, TODAY);
}

describe('formats', () => {
  it('reads HTML as the browser shows it, without menus, scripts and advertisements', async () => {
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>Giao ban quý I - Báo Hưng Yên</title>
      <meta property="article:published_time" content="2021-05-06T08:00:00+07:00"><script>var x = "Chỉ thị 35-CT/TW"</script></head>
      <body><nav><ul><li>Trang chủ</li><li>Thời sự</li></ul></nav><article><h1>Giao ban công tác tuyên giáo quý I</h1>
      <p>${LEAD}</p><figure><img><figcaption>Cán bộ xã phát tờ rơi</figcaption></figure><div class="ad">Quảng cáo: mua đất nền</div>
      <p>${MORE}</p><p>Tin: Hoàng An</p></article><aside><h3>Tin mới</h3><p>Bắc Giang sơ kết Nghị quyết số 33-NQ/TW</p></aside></body></html>`;
    const { report, body, captions, format } = await ingest(Buffer.from(html), 'a.html');
    expect(format).toBe('html');
    expect(body).toBe(`${LEAD}\n\n${MORE}`);
    expect(captions).toEqual(['Cán bộ xã phát tờ rơi']);
    expect(report).toMatchObject({
      title: 'Giao ban công tác tuyên giáo quý I',
      publishedOn: '2021-05-06',
      author: 'Hoàng An',
      directives: ['05-CT/TW@XII'],
    });
  });

  it('reads a typed Word report by its letterhead and signature, lines broken within one cell or set in two columns', async () => {
    const broken = (...lines: string[]) => lines.join('</w:t><w:br/><w:t>');
    const body = [
      'Kính gửi: - Ban Tuyên giáo Tỉnh ủy Đồng Nai.',
      LEAD.replace('Ban Tuyên giáo Tỉnh ủy Hưng Yên', 'huyện'),
      MORE,
    ];
    const subject = [
      'BÁO CÁO',
      'sơ kết công tác tuyên giáo 6 tháng đầu năm 2021',
      '(Trình hội nghị toàn huyện)',
    ];
    const end = [
      'Nơi nhận: Lưu.',
      broken('K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', '(Đã ký)', 'Phạm Thị Ngọc Yến'),
    ];
    const heads = [
      [
        broken('HUYỆN ỦY VĨNH CỬU', 'BAN TUYÊN GIÁO', '*'),
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Số 57-BC/BTGHU',
        'Vĩnh Cửu, ngày 05 tháng 7 năm 2021',
      ],
      [
        'HUYỆN ỦY VĨNH CỬU     ĐẢNG CỘNG SẢN VIỆT NAM',
        'BAN TUYÊN GIÁO     Vĩnh Cửu, ngày 05 tháng 7 năm 2021',
        'Số 57-BC/BTGHU',
      ],
    ];
    for (const head of heads) {
      const { report } = await ingest(docx([...head, ...subject, ...body, ...end]), 'a.docx');
      expect(report).toMatchObject({
        organization: 'Ban Tuyên giáo Huyện ủy Vĩnh Cửu',
        level: 'huyen',
        district: 'Vĩnh Cửu',
        author: 'Phạm Thị Ngọc Yến',
      });
      expect(report.title).toBe('Báo cáo sơ kết công tác tuyên giáo 6 tháng đầu năm 2021');
    }
  });

  it('reads Word files', async () => {
    const { report, body, format } = await ingest(
      docx(['Giao ban công tác tuyên giáo quý I', LEAD, MORE, 'Hoàng An']),
      'a.docx',
    );
    expect(format).toBe('docx');
    expect(report).toMatchObject({
      title: 'Giao ban công tác tuyên giáo quý I',
      province: 'hung-yen',
      author: 'Hoàng An',
    });
    expect(body).toBe(`${LEAD}\n\n${MORE}`);
  });

  it('reads the text layer of a PDF', async () => {
    const lines = [
      'Giao ban cong tac tuyen giao quy I nam 2021',
      'Ngay 5/5/2021, Ban Tuyen giao Tinh uy Hung Yen giao ban quy I nam 2021,',
      'ban viec lam theo Chi thi so 05-CT/TW o cac huyen va thanh pho.',
    ];
    const content = `BT /F1 12 Tf ${lines.map((line, index) => `1 0 0 1 50 ${700 - index * 20} Tm (${line}) Tj`).join(' ')} ET`;
    const { report, format } = await ingest(pdf(content), 'a.pdf');
    expect(format).toBe('pdf');
    expect(report).toMatchObject({
      heldOn: '2021-05-05',
      province: 'hung-yen',
      directives: ['05-CT/TW@XII'],
    });
  });

  it('goes by the content where the name says otherwise', async () => {
    const { warnings, format } = await ingest(Buffer.from(pageOf({ lead: LEAD })), 'a.pdf');
    expect(format).toBe('txt');
    expect(warnings[0]?.code).toBe('wrong-extension');
  });
});

describe('joinPrintedLines', () => {
  it('joins the lines of a paragraph and no others', () => {
    const printed =
      'TIÊU ĐỀ CỦA TRANG IN\nDòng thứ nhất của một đoạn văn còn dài và chưa hết câu\nnên nối sang dòng hai. Hết đoạn.\nĐoạn mới bắt đầu ở đây, cũng khá dài như dòng ở trên.';
    expect(joinPrintedLines(printed).split('\n')).toHaveLength(3);
  });
});

describe('bad input', () => {
  const encrypted = '/Encrypt 5 0 R /ID [<00><00>]';
  const key = `<< /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'31'.repeat(32)}> /P -44 >>`;

  it.each<[string, string, Buffer]>([
    ['an empty file', 'empty', Buffer.alloc(0)],
    ['bytes that are no text', 'binary', Buffer.from([7, 0, 1, 0, 0, 2])],
    ['a picture', 'scanned', Buffer.from('\u0089PNG\r\n', 'latin1')],
    ['an old Word file', 'encrypted', Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1')],
    [
      'a page in another language',
      'not-vietnamese',
      Buffer.from(
        'Strong winds are expected throughout the northern districts tomorrow, officials said on Thursday. '.repeat(
          3,
        ),
      ),
    ],
    ['an archive that is no document', 'broken', zip({ 'a.txt': 'a' })],
    ['half a document', 'broken', docx([LEAD]).subarray(0, 300)],
    ['an archive that declares too much', 'bomb', zip({ 'word/document.xml': 'x' }, 2_000_000_000)],
    [
      'an archive that unpacks to more than it declares',
      'bomb',
      zip({ 'word/document.xml': Buffer.alloc(40_000_000) }, 10),
    ],
    ['a PDF with a password', 'encrypted', pdf('', encrypted, [key])],
    ['a scan', 'scanned', pdf('')],
    ['a damaged PDF', 'broken', Buffer.from('%PDF-1.4\nnothing')],
    [
      'a page that is one comment',
      'broken',
      Buffer.from(`<!doctype html><html><!--${LEAD}`.replace('<html>', '<html')),
    ],
    ['a page of menus', 'no-body', Buffer.from('Trang chủ\nLiên hệ\nTìm kiếm\n')],
    ['a file beyond all measure', 'too-large', Buffer.alloc(LARGEST_FILE + 1, 65)],
    ['a document of a million paragraphs', 'bomb', docx(Array.from({ length: 200_000 }, () => 'a'))],
    ['a document of tables without end', 'bomb', docx([`${'<w:tbl>'.repeat(1000)}`])],
    [
      'a PDF that unpacks without end, deflated twice',
      'bomb',
      pdf(
        deflateSync(deflateSync(Buffer.alloc(200_000_000))).toString('latin1'),
        '',
        [],
        '/Filter [/FlateDecode /FlateDecode]',
      ),
    ],
  ])('%s is refused as %s', async (_, code, bytes) => {
    const failure = await ingest(bytes, 'x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(IngestFailure);
    expect(failure).toMatchObject({
      code,
      remedy: expect.stringMatching(/\w/),
      message: expect.stringMatching(/\w/),
    });
  });

  it('answers or fails clearly on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 600 }),
          fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
          fc.string({ maxLength: 200 }).map((text) => Buffer.from(`<html><p>${text}</p></html>`)),
        ),
        async (bytes) => {
          const answer = await readPage(bytes, 'x', null).catch((error: unknown) => error);
          if (answer instanceof Error) expect(answer).toBeInstanceOf(IngestFailure);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads ten thousand lines without a day', async () => {
    const page = Array.from(
      { length: 10_000 },
      (_, index) =>
        `Dòng ${index} kể một chuyện ở cơ sở, dài vừa phải, không có ngày tháng nào cả nên không ai biết khi nào.`,
    ).join('\n');
    const { report, warnings } = await ingest(Buffer.from(page), 'x.txt');
    expect(report.heldOn).toBeNull();
    expect(warnings.map(({ code }) => code)).toContain('no-held-date');
  });
});

describe('pages that would not end', () => {
  const lead =
    'Sáng 13/7/2020, Ban Tuyên giáo Tỉnh ủy Thái Nguyên tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm.';
  it.each([
    ['five thousand open boxes', `<html><body>${'<div>'.repeat(5200)}<p>${lead}</p></body></html>`],
    [
      'a page wrapped in one form',
      `<html><body><form action="x"><p>${lead}</p><p>${lead.repeat(12)}</p></form></body></html>`,
    ],
  ])('are read: %s', async (_, html) => {
    const { page } = await readPage(Buffer.from(html), 'page.html', null);
    expect(page.lines.filter(({ role }) => role === 'body').map(({ text }) => text)).toContain(lead);
  });
});
