/** Pages of the systems that Vietnamese sites run on, each with the furniture of its kind. */
import { describe, expect, it } from 'vitest';
import { ingestText } from '../fixtures';

const MORE =
  'Trong kỳ, các đơn vị cơ sở làm được nhiều việc thiết thực, được cấp ủy ghi nhận và người dân đồng tình, nhất là ở vùng sâu.';
const LEAD =
  'Sáng 10/7, Ban Tuyên giáo Tỉnh ủy Thái Bình tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2020.';
const T = 'Sơ kết công tác tuyên giáo 6 tháng đầu năm 2020';

/** Kind of page, the page, what it says beside what all of them say. */
const PAGES: [string, string, Record<string, string | null>][] = [
  [
    'liferay',
    `<html><head><title>${T} - Cổng thông tin điện tử tỉnh Thái Bình</title></head><body><div id="banner"><a>Cổng thông tin điện tử tỉnh Thái Bình</a></div><div class="portlet-title-text">Chi tiết tin</div><div class="journal-content-article"><h3 class="title">${T}</h3><span class="date">10/07/2020 | 16:20</span><p>${LEAD}</p><p>${MORE}</p><p style="text-align:right"><b>Minh Nguyệt</b></p></div><div class="other">Các tin khác <a>Kiến Xương: Ra quân làm thủy lợi (09/07/2020)</a></div></body></html>`,
    {
      title: T,
      publishedOn: '2020-07-10',
      heldOn: '2020-07-10',
      province: 'thai-binh',
      author: 'Minh Nguyệt',
    },
  ],
  [
    'hemera',
    `<html><head><title>${T}</title><meta property="og:title" content="${T}"><meta property="article:published_time" content="2020-07-10T15:03:00+07:00"></head><body><div class="header"><span>Thứ Ba, 12/01/2021</span></div><ul class="breadcrumb"><li>Trang chủ</li><li>Chính trị</li></ul><h1>${T}</h1><div class="date">Thứ Sáu, 10/07/2020 | 15:03 GMT+7</div><div class="sapo">(BTB) - ${LEAD}</div><div class="content"><p>${MORE}</p><table class="picBox"><tr><td><img></td></tr><tr><td>Đồng chí Trưởng ban phát biểu tại hội nghị</td></tr></table><p>${MORE.replace('Trong kỳ', 'Sáu tháng qua')}</p></div><p class="author">NGUYỄN THƠ</p><div class="tags">Từ khóa: tuyên giáo</div><h3>Tin cùng chuyên mục</h3><a>Hưng Yên: Giao ban báo chí</a></body></html>`,
    { title: T, publishedOn: '2020-07-10', author: 'Nguyễn Thơ' },
  ],
  [
    'onlymeta',
    `<html><head><title>Báo Thái Bình</title><meta property="article:published_time" content="2020-07-11T08:03:00+07:00"></head><body><h1>Báo Thái Bình điện tử</h1><h2>${T}</h2><p>${LEAD}</p><p>${MORE}</p><p>PV</p></body></html>`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  [
    'jsonld graph',
    `<html><head><title>${T} | Tin tức</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Trang tin","datePublished":"2015-01-01"},{"@type":"NewsArticle","headline":"${T}","datePublished":"2020-07-11T08:00:00+07:00","dateModified":"2021-02-02"}]}</script></head><body><div>${T}</div><div><p>${LEAD}</p><p>${MORE}</p></div></body></html>`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  [
    'time element',
    `<html><body><h1>${T}</h1><time>11/07/2020 07:15</time><p>${LEAD}</p><p>${MORE}</p></body></html>`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  [
    'time after',
    `${T}\n\n${LEAD}\n\n${MORE}\n\nHoàng An\nNgày đăng: 11/07/2020\nLượt xem: 120\nTin khác\n- Hưng Yên giao ban (12/08/2021)`,
    { title: T, publishedOn: '2020-07-11', author: 'Hoàng An' },
  ],
  [
    'dang ngay',
    `TIN TỨC - SỰ KIỆN\n${T}\nĐăng ngày 11-7-2020\n${LEAD}\n${MORE}\nBan Biên tập`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  [
    'luc truoc',
    `${T}\nCập nhật lúc: 15:03 11/07/2020 (GMT+7)\n\n${LEAD}\n\n${MORE}\n`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  ['short year', `${T}\n(11/07/20)\n\n${LEAD}\n\n${MORE}\n`, { title: T }],
  [
    'print',
    `Báo Thái Bình - Bản để in\n${T}\nhttp://baothaibinh.com.vn/news/13/105231/so-ket\nIn lúc: 12/01/2021 09:00\nThứ Sáu, 10/07/2020 | 15:03\n${LEAD}\n\n${MORE}\n`,
    { title: T, publishedOn: '2020-07-10' },
  ],
  [
    'address line',
    `Ban Tuyên giáo Tỉnh ủy\nSố 76 Lý Thường Kiệt, thành phố Thái Bình, tỉnh Thái Bình\n${T}\n\n${LEAD}\n\n${MORE}\n`,
    { title: T },
  ],
  [
    'subject-less title',
    `Trang chủ / Tin tức / Xây dựng Đảng\nNhững bước chân không mỏi\n10/07/2020 15:20\n${LEAD}\n\n${MORE}\n`,
    { title: 'Những bước chân không mỏi', publishedOn: '2020-07-10' },
  ],
  ['title with stamp', `${T} - 10/07/2020\n${LEAD}\n\n${MORE}\n`, { title: T, publishedOn: '2020-07-10' }],
  ['title two lines', `Ban Tuyên giáo Tỉnh ủy:\n${T}\n11/07/2020 08:00:00\n${LEAD}\n\n${MORE}\n`, {}],
  [
    'h1 br',
    `<html><head><title>Thái Bình: Sơ kết công tác tuyên giáo 6 tháng đầu năm 2020 - Trang tin</title></head><body><h1>Thái Bình: Sơ kết công tác tuyên giáo<br>6 tháng đầu năm 2020</h1><p>11/07/2020</p><p>${LEAD}</p><p>${MORE}</p></body></html>`,
    { title: 'Thái Bình: Sơ kết công tác tuyên giáo 6 tháng đầu năm 2020' },
  ],
  [
    'sharepoint',
    `<html><head><title>\n\tTin tức\n</title></head><body><form id="aspnetForm"><div>Skip to main content</div><div class="ms-rte">Trang chủ Giới thiệu Văn bản</div><div class="news-title">${T}</div><div class="news-date">Ngày đăng tin: 11/07/2020 10:12:33</div><div class="news-summary">${LEAD}</div><div class="news-body"><p>${MORE}</p></div><div>Các tin đã đưa ngày:</div><a>Sơ kết quý II (01/07/2020)</a><div>Chịu trách nhiệm: Nguyễn Văn Ba</div></form></body></html>`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  [
    'wordpress',
    `<html><head><title>${T} &#8211; Ban Tuyên giáo Thái Bình</title></head><body><header><p>Ban Tuyên giáo</p></header><main><article><h1 class="entry-title">${T}</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date" datetime="2020-07-11T01:02:03+00:00">11 Tháng Bảy, 2020</time></span><span class="byline"> by <span class="author">admin</span></span></div><div class="entry-content"><p>${LEAD}</p><p>${MORE}</p></div></article><section id="comments"><h2>Leave a Reply</h2></section></main></body></html>`,
    { title: T, publishedOn: '2020-07-11', author: null },
  ],
  [
    'joomla',
    `<html><head><title>${T}</title><meta name="author" content="Super User"></head><body><div class="item-page"><h2 itemprop="headline">${T}</h2><dl class="article-info"><dt>Chi tiết</dt><dd>Viết bởi Super User</dd><dd>Chuyên mục: Tin tuyên giáo</dd><dd>Được đăng: 11 Tháng 7 2020</dd><dd>Lượt xem: 812</dd></dl><div itemprop="articleBody"><p>${LEAD}</p><p>${MORE}</p></div></div></body></html>`,
    { title: T, publishedOn: '2020-07-11', author: null },
  ],
  [
    'dnn',
    `Đăng nhập\nThứ Ba, ngày 12 tháng 1 năm 2021\nTin tức » Tuyên giáo\n${T}\n7/11/2020 9:05:00 AM\n${LEAD}\n${MORE}\n`,
    { title: T, publishedOn: '2020-07-11' },
  ],
  ['gio truoc sau', `${T}\n15h20, ngày 10/7/2020\n${LEAD}\n${MORE}\n`, { publishedOn: '2020-07-10' }],
  [
    'hom nay',
    `${T}\nThứ sáu - 10/07/2020 15:41\n${LEAD.replace('Sáng 10/7', 'Sáng nay')}\n${MORE}\n`,
    { heldOn: '2020-07-10', publishedOn: '2020-07-10' },
  ],
  [
    'hom qua',
    `${T}\nThứ bảy - 11/07/2020 15:41\n${LEAD.replace('Sáng 10/7', 'Chiều qua')}\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'hom qua (d)',
    `${T}\nThứ bảy - 11/07/2020 15:41\n${LEAD.replace('Sáng 10/7', 'Hôm qua, 10-7')}\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'trong 2 ngay',
    `${T}\nThứ bảy - 11/07/2020 15:41\n${LEAD.replace('Sáng 10/7', 'Trong hai ngày 9 và 10-7')}\n${MORE}\n`,
    { heldOn: '2020-07-09' },
  ],
  [
    'held later in sentence',
    `${T}\n11/07/2020\nBan Tuyên giáo Tỉnh ủy Thái Bình vừa tổ chức (ngày 10/7) hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, bàn việc nửa cuối năm của toàn ngành.\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'held second sentence',
    `${T}\n11/07/2020\nThực hiện Kế hoạch số 12-KH/BTGTU ngày 02/7/2020 của Ban Tuyên giáo Tỉnh ủy Thái Bình, chiều 10/7, tại hội trường lớn, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị sơ kết công tác 6 tháng.\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'vnp',
    `(TTXVN/Vietnam+)\n${T}\n11/07/2020\nThái Bình (TTXVN 10/7) Ban Tuyên giáo Tỉnh ủy Thái Bình hôm nay tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, bàn việc nửa cuối năm.\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'thu sau',
    `${T}\n11/07/2020\n${LEAD.replace('Sáng 10/7', 'Sáng thứ Sáu (10/7)')}\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'khung gio',
    `${T}\n11/07/2020\n${LEAD.replace('Sáng 10/7', 'Vào lúc 8 giờ ngày 10 tháng 7 năm 2020')}\n${MORE}\n`,
    { heldOn: '2020-07-10' },
  ],
  [
    'url only',
    `<html><head><link rel="canonical" href="https://thaibinh.gov.vn/tin-tuc/so-ket-cong-tac-2020710153012.htm"></head><body><h1>${T}</h1><p>${LEAD}</p><p>${MORE}</p></body></html>`,
    { title: T },
  ],
  [
    'caption at top',
    `Quang cảnh hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm.\n${T}\n10/07/2020\n${LEAD}\n${MORE}\n`,
    { title: T },
  ],
  [
    'slogan',
    `NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ CÁC CẤP NHIỆM KỲ 2020-2025\nTin hoạt động\n${T.toUpperCase()}\n10/07/2020\n${LEAD}\n${MORE}\n`,
    { title: T },
  ],
  [
    'slogan2',
    `Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh\n${T}\nLượt xem: 100\n${LEAD}\n${MORE}\n`,
    { title: T },
  ],
  [
    'quote',
    `"Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng"\nTuyên giáo Thái Bình\n${T}\n${LEAD}\n${MORE}\n`,
    { title: T },
  ],
  [
    'teaser',
    `Đọc nhiều\nHưng Yên: Giao ban báo chí tháng 6 định hướng tuyên truyền tháng 7 năm 2020\n${T}\n10/07/2020 17:00\n${LEAD}\n${MORE}\n`,
    { title: T },
  ],
  [
    'video',
    `${T}\n00:00 | 02:15\n10/07/2020\nVideo: ${T}\n${LEAD}\n${MORE}\nThực hiện: Thu Hoài - Mạnh Cường\n`,
    { title: T },
  ],
  ['tv', `(THTB) ${T}\n10/07/2020\n${LEAD}\n${MORE}\n`, { title: T }],
  ['tin anh', `${T}\n10/07/2020\n${LEAD}\n${MORE}\nTin, ảnh: Đào Quy\nÝ kiến bạn đọc`, { author: 'Đào Quy' }],
  [
    'sort desc',
    `Thái Bình: ${T} [10/07/2020]\n${LEAD}\n${MORE}\n`,
    { title: `Thái Bình: ${T}`, publishedOn: '2020-07-10' },
  ],
];

describe('a page', () => {
  it.each(PAGES)('%s', async (_, page, facts) => {
    const { report } = await ingestText(page);
    expect(report).toMatchObject({
      heldOn: '2020-07-10',
      province: 'thai-binh',
      organization: 'Ban Tuyên giáo Tỉnh ủy Thái Bình',
      kind: 'so-ket',
      period: { kind: '6-thang-dau-nam', year: 2020 },
      ...facts,
    });
  });

  it('is not sure of a headline that no word of it and no code of it marks', async () => {
    const { certainty, candidates } = await ingestText(
      `Tuyên giáo và cuộc sống\nNhững bước chân không mỏi\n${LEAD}\n\n${MORE}\n`,
    );
    expect(certainty.title).toBe('likely');
    expect(candidates.title?.map(({ value }) => value)).toEqual(['Tuyên giáo và cuộc sống']);
  });

  it('whose paragraphs are whole may have one that is broken', async () => {
    const broken =
      'Thời gian tới, Ban yêu cầu các cơ quan báo chí quán triệt Chỉ thị số\n43-CT/TW của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với\nhoạt động của Hội Nhà báo Việt Nam trong tình hình mới.';
    const { report, body } = await ingestText(`${T}\n10/07/2020\n${LEAD}\n${MORE}\n${broken}\nHoàng An\n`);
    expect(report.directives).toEqual(['43-CT/TW@XII']);
    expect(body).toContain('Chỉ thị số 43-CT/TW của Ban Bí thư');
  });
});

describe('a stamp below the headline', () => {
  it.each([
    'Ngày 11/7/2020, 08:00',
    'Thứ bảy, 11 Tháng 7 2020 15:20',
    '11 Tháng Bảy 2020',
    'Saturday, July 11, 2020',
    '11.07.2020 08:00',
    'Đăng lúc 08:00 - 11/07/2020 bởi Admin',
    'Xuất bản: 11/07/2020',
    '11/07/2020 08:00 SA',
    "Thứ Bảy, 11/7/2020, 08h00'",
    'Tin đăng ngày: 11/7/2020',
    '2020-07-11 08:00:00',
    '11-07-2020',
    'Sat, 11/07/2020 - 08:00',
    '11/07/2020 | 08:00 | 325 lượt xem | Minh Anh',
    'Tác giả: Minh Anh | Ngày đăng: 11/07/2020',
    '(Ngày đăng: 11/07/2020)',
    'Cập nhật 11/07/2020, 08:07:10',
    'Ngày cập nhật: 11/07/2020',
    '11 THÁNG 7, 2020',
    'Ngày xuất bản: 11/07/2020 4:00:00 CH',
    'Lượt xem: 1240 - Ngày: 11/07/2020',
    'Thứ 7, Ngày 11/07/2020',
    'Hoàng An - Thứ Bảy, 11/07/2020, 08:15',
    'Chính trị - 08:15, 11/07/2020',
    'Tin trong tỉnh | 11/07/2020',
    '[11/07/2020 08:15:22]',
    '08:15 | 11/07/2020',
    'Thứ Bảy, 08:15, 11/07/2020',
    'Thời gian: 11/07/2020',
    'Được đăng vào Thứ bảy, 11 Tháng 7 2020 08:15',
    'Viết bởi Hoàng An - 11/07/2020',
    'Ngày 11 tháng 07 năm 2020',
    '11/07/2020 08:15 AM Xem cỡ chữ',
    'Bảy, 11/07/2020 | 08:15',
    'T7, 11/07/2020 08:15',
    '11/07/2020, 08:15 (GMT+7) | Lượt xem: 22',
    'Ngày tạo: 11/07/2020',
    'Cập nhật lần cuối: 11/07/2020',
    'Ngày ban hành: 11/07/2020',
    'Đăng bởi: Hoàng An lúc 11/07/2020 08:15',
    '11/07/2020 - 08:15 | 12 bình luận',
    '15:20 ngày 11/07/2020',
    'Thái Bình, thứ bảy ngày 11/07/2020',
  ])('%s', async (stamp) => {
    const { report } = await ingestText(`${T}\n${stamp}\n${LEAD}\n${MORE}\n`);
    expect(report).toMatchObject({ title: T, publishedOn: '2020-07-11', heldOn: '2020-07-10' });
  });

  it('goes before the date of a banner, which is that of the visit', async () => {
    const page = `BÁO ĐIỆN TỬ\nĐường dây nóng: 0277 1234 | Thứ ba, ngày 14/07/2020\nThời sự\nKinh tế\nTrang chủ » Chính trị\n${T}\nCập nhật ngày: 11/07/2020 05:30:12\n${LEAD}\n${MORE}\n`;
    const { report, candidates } = await ingestText(page);
    expect(report.publishedOn).toBe('2020-07-11');
    expect(candidates.publishedOn?.map(({ value }) => value)).toEqual(['2020-07-14']);
  });
});

describe('the headline', () => {
  it.each([
    '(HNMO) - §',
    '§ (10/07/2020 08:00 AM)',
    '§ - Cập nhật 10/07/2020',
    '§ (Lượt xem: 120)',
    '§ [In trang]',
    '§ Print Email',
    '§ A- A A+',
    'Tiêu đề: §',
    '§ | Báo Thái Bình điện tử',
    '§ - thaibinh.gov.vn',
    'Trang chủ > Tin tức > §\n§',
    'Công tác tuyên giáo\n§',
    'Tin mới: Hưng Yên giao ban báo chí tháng 6/2020\n§',
    '§\nIn Email',
    '§\nĐọc bài viết',
    'Xây dựng Đảng\n§\nChia sẻ bài viết\nTăng cỡ chữ',
    'XÂY DỰNG ĐẢNG - CHÍNH QUYỀN\n§',
    '§\nẢnh: Quang cảnh hội nghị',
    '§\nPhóng viên Báo Thái Bình',
    '§ (Thời sự tối 10/7)',
    '§ (10-07-2020)',
    '§ (10/7/2020)',
    '* §',
    'VIDEO\n§',
    'Đảng bộ tỉnh Thái Bình\nBan Tuyên giáo\n§',
    'Thứ Sáu, 10/07/2020\nTÌM KIẾM\nTHỜI SỰ\n§',
    'Tiếp tục đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh!\n§',
    '§ | 10/07/2020 08:00',
    '§\nTHÁI BÌNH',
    '§\n(Đăng lúc: 10/07/2020)',
  ])('%j', async (top) => {
    const { report } = await ingestText(`${top.replaceAll('§', T)}\n${LEAD}\n${MORE}\n`);
    expect(report.title).toBe(T);
  });

  it('is whole where a line end breaks it in the middle of a sentence', async () => {
    const [first, second] = [
      'Huyện ủy giao ban công tác tuyên giáo quý I,',
      'triển khai nhiệm vụ quý II/2020',
    ];
    const page = `Chính trị\n\n${first}\n${second}\n\n10/07/2020 08:00\n${LEAD}\n${MORE}\n`;
    expect((await ingestText(page)).report.title).toBe(`${first} ${second}`);
  });

  it('is not a short lead that begins with its day', async () => {
    const page = `${T}\n10/07/2020 08:00\n\nNgày 9/7, Ban Tuyên giáo Tỉnh ủy Thái Bình họp giao ban quý II.\n\n${MORE}\n`;
    expect((await ingestText(page)).report).toMatchObject({ title: T, heldOn: '2020-07-09' });
  });

  it.each([
    ['a class that says so', `<div class="ArticleHeader">${T}</div>`],
    ['the second rank where the first is the site’s', `<h3>CÔNG TÁC TUYÊN GIÁO</h3><h2>${T}</h2>`],
    ['under a small line above it', `<h3 class="kicker">CÔNG TÁC TUYÊN GIÁO QUÝ I</h3><h2>${T}</h2>`],
  ])('of a page of code is told by %s', async (_, headline) => {
    const page = `<html><body><h1>Trang thông tin điện tử huyện</h1><div>Tin tức</div>${headline}<div>10/07/2020</div><p>${LEAD}</p><p>${MORE}</p></body></html>`;
    expect((await ingestText(page)).report.title).toBe(T);
  });

  it('keeps the years of an anniversary at its end', async () => {
    const title = 'Tọa đàm kỷ niệm 90 năm Ngày truyền thống ngành Tuyên giáo (01/8/1930 - 01/8/2020)';
    expect((await ingestText(`${title}\n${LEAD}\n${MORE}\n`)).report.title).toBe(title);
  });

  it('is that of a print view without a stamp, above its first paragraph', async () => {
    const page = `http://example.vn/tin/d20200711-0915/so-ket.html\nBản để in\nThái Bình sơ kết nửa năm thực hiện cuộc vận động xây dựng "Gia đình, thôn, làng văn hóa kiểu mẫu"\n${LEAD}\n${MORE}\n`;
    const { report } = await ingestText(page);
    expect(report.title).toMatch(/^Thái Bình sơ kết nửa năm .*kiểu mẫu"$/);
    expect(report.publishedOn).toBe('2020-07-11');
  });

  it('in capitals leaves the name of a section and of the site’s owner above it aside', async () => {
    const page = `BAN TUYÊN GIÁO TỈNH ỦY\n\nXÂY DỰNG ĐẢNG\n${T.toUpperCase()}\n${LEAD}\n${MORE}\n`;
    expect((await ingestText(page)).report.title).toBe(T);
  });
});
