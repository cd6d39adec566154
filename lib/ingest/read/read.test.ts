import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRegistry, pageOf, TODAY } from '../fixtures';
import { ingestBytes } from '../ingest';
import { IngestFailure } from './failure';
import { joinPrintedLines } from './pdf';
import { LARGEST_FILE, readPage } from './read';

const LEAD =
  'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ở cơ sở.';
const MORE =
  'Trong quý, cán bộ tuyên giáo đến từng xóm nghe dân nói, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không chờ cuối tháng.';

async function ingest(bytes: Uint8Array, name: string) {
  return ingestBytes(bytes, name, await dataRegistry(), {}, TODAY);
}

/** A zip of some files, enough for Word's; `lie` is the size its directory claims. */
function zip(files: Record<string, string | Buffer>, lie?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(lie ?? data.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), header, Buffer.from(name), packed]);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
        header,
        position,
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org';

function docx(paragraphs: string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zip({
    '[Content_Types].xml': `<Types xmlns="${RELATIONS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A PDF of one page: its content stream, what else its trailer says, how the stream is packed. */
function pdf(content: string, trailer = '', extra: string[] = [], packed = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    `<< /Length ${content.length} ${packed} >>\nstream\n${content}\nendstream`,
    ...extra,
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF`,
    'latin1',
  );
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
