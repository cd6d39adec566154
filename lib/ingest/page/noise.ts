/**
 * What a site prints around an article. Patterns are matched at the beginning of a line's bare text. Collected from
 * the habits of Vietnamese news and Party sites; a new one belongs in one of these tables.
 */

/** Furniture that may stand anywhere: the line is dropped, the article goes on. */
const FURNITURE = [
  '(y kien|binh luan|phan hoi) (ban doc|doc gia)\\s*:',
  '(ky niem|chao mung|nhiet liet)\\b.{20,}\\(\\d{1,2}[/.-]\\d{1,2}[^)]*\\)\\W*$',
  '(thu (hai|ba|tu|nam|sau|bay)|chu nhat),? (ngay )?\\d{1,2}[/.-]\\d{1,2}(/\\d{4})?\\s*:',
  'lich (lam viec|cong tac|tiep)\\b',
  'trinh duyet\\b.{0,60}(khong|chua) ho tro',
  '\\d+ (binh luan|chia se|thich|phut doc)\\W*$',
  'theo doi .{0,30}(tren|google)\\b',
  'print\\b',
  'in (trang|bai|ra|an)\\b',
  '(ban|che do|trang|phien ban) (de )?in\\b',
  'goc$',
  'leftcenterright',
  '\\d{1,2}:\\d{2}( ?[|/] ?\\d{1,2}:\\d{2})?$',
  'your browser\\b',
  '\\[(photo|image|video|anh)\\]$',
  'image advertisement',
  '\\[?\\W?(quang cao|advertisement|ads?|banner)\\W?\\]?\\W*$',
  'qr ?code',
  'ma qr',
  'co chu',
  'a ?[-+] ?a?\\b',
  'font( size)?\\b',
  '(nghe|doc) (bai|tin|noi dung)( viet)?( nay)?$',
  '(giong|toc do) doc',
  'quang cao\\s*[:|]',
  'lu+ot? (xem|truy cap|doc|view)',
  '(so )?luot (xem|truy cap|doc|nghe)',
  '(so lan|da) (xem|doc)\\b',
  '[\\d.,]+ (luot (xem|doc|truy cap)|views?)\\W*$',
  'views?\\b',
  'chia se\\b',
  'share\\b',
  'like\\b',
  'thich (bai (nay|viet)|\\d)',
  'tweet',
  'facebook',
  'fanpage',
  'zalo',
  'youtube',
  'twitter',
  'google',
  'linkedin',
  'pinterest',
  'copy link',
  'sao chep',
  'luu bai',
  'theo doi (bao|chung toi|tren|trang|kenh)',
  'gui (cho ban|email|mail|bai|den|phan hoi|binh luan|y kien|tin)',
  'dang nhap\\W*$',
  'dang ky\\W*$',
  'trang chu\\b',
  'bao dien tu\\b.{0,40}$',
  'chuyen muc\\b',
  'danh muc\\b',
  'menu\\b',
  'sitemap',
  'so do (trang|site|cong)',
  'rss\\b',
  'english\\b',
  'tim kiem',
  'hotline',
  'duong day nong',
  'hom nay\\s*[,:-]',
  'hom nay la\\b',
  've (dau trang|trang truoc)',
  'len dau trang',
  'tro (ve|lai)\\b.{0,30}$',
  'quay (lai|ve)\\b.{0,30}$',
  '(che do|tro giup|ho tro) (xem|tuong phan|nguoi)',
  'phong to|thu nho',
  'cong (thong tin|ttdt|giao tiep)',
  'trang (thong tin|tin) dien tu',
  'an (de|vao day de) (xem|nghe|phong)',
  'xem (anh|video|clip|album|ban do)\\b.{0,40}$',
  'nguon tin$',
  'javascript',
  'loading',
  'dang tai\\b.{0,20}$',
  '[-–|•*_=#.~<>«»☆★\\s]+$',
];

/** Where the article may be interrupted by a box, or be over: prose that follows decides. */
const BOX = [
  '(cac )?(tin|bai)( viet| doc)?,? ?(bai|tin)? lien quan',
  'lien quan\\W*$',
  '>>',
  '»',
  '(xem|doc) (them|tiep|ngay)\\b',
  'moi (ban|quy vi|doc gia)? ?(xem|doc)( them)?\\b',
  'co the (ban|quy vi) quan tam',
  '(ban )?co the quan tam',
];

/** Where the article is over. */
const END = [
  '((cac|nhung) )?(tin|bai)( tuc| viet| bai)?,? ?(bai |tin )?(khac|cung|moi|cu\\b|da dua|da dang|tiep theo|doc nhieu|duoc (xem|doc|quan tam)|noi bat|xem nhieu|hot|trong (ngay|tuan|chuyen muc)|nguoi dung|truoc|sau\\b|xem gan)',
  '(cung|trong) (chuyen )?(muc|chu de)\\b.{0,30}$',
  '(chu de|chuyen de|thu muc|the loai) (khac|lien quan)',
  'doc nhieu( nhat)?\\W*$',
  'xem nhieu( nhat)?\\W*$',
  'noi bat\\W*$',
  'moi nhat\\W*$',
  '(cac )?video\\b.{0,30}$',
  'media\\W*$',
  'thu vien (anh|video|hinh)',
  'tra loi\\W*$',
  '(gui )?(y kien|binh luan|phan hoi|thao luan|nhan xet|comment)( \\(?\\d|\\W*$|.{0,3}(ban doc|binh luan|cua ban|doc gia|phan hoi|ve bai|nguoi dan).{0,24}$)',
  '(viet|them|gui|de lai) (binh luan|y kien|phan hoi|tra loi|nhan xet|mot binh luan)',
  'bai viet (chua|khong) co (binh luan|y kien)',
  '(hien )?(chua|khong) co (binh luan|y kien|phan hoi)',
  '(ban|quy vi) (can|phai) dang nhap',
  '(vui long|hay) dang nhap',
  '(de nghi )?ghi ro nguon\\b',
  '(ban|quy vi) (thay|nghi|danh gia) (bai|noi dung|tin)',
  'ho (va )?ten( nguoi \\w+)?\\W*($|\\(|\\.|email|:)',
  'email\\b',
  'loi binh',
  'noi dung\\W{0,6}$',
  'ma (bao ve|xac nhan|xac thuc|an toan)',
  'xac (thuc|nhan)\\W*$',
  '(vui long|xin) (nhap|go|viet)',
  'tong so (diem|truy cap|luot)',
  'click (de|vao)',
  '(danh|vui long danh) gia\\W*$',
  'danh gia (bai|noi dung|cua)',
  'xep hang',
  'hay (la nguoi dau tien|danh gia)',
  'thong ke (truy cap|website|luot)',
  '(dang|so nguoi) (online|truy cap|truc tuyen)',
  'truy cap( hom| trong| thang| tuan|:)',
  'lien ket\\b.{0,30}$',
  '-- ?chon',
  'chon (lien ket|website)',
  'website (lien ket|khac|cac)',
  '(don vi|doi tac) (lien ket|tai tro)',
  'tien ich',
  'chung toi tren',
  'mang xa hoi\\W*$',
  'ket noi (voi|mang)',
  '(tags?|tu khoa|key ?words?|the)\\s*[:：]',
  'tags?\\W*$',
  'tu khoa\\W*$',
  'ban quyen',
  'copyright|©|\\(c\\)',
  'giay phep\\b',
  '(co quan|don vi) (chu quan|quan ly|chiu trach nhiem|thuc hien)\\b.{0,120}$',
  '(chiu trach nhiem|nguoi chiu trach)\\b.{0,120}$',
  '(tong bien tap|truong ban bien tap|ban bien tap)\\s*[:：]',
  'toa soan\\b',
  '(tru so|dia chi)\\b\\s*[:：]',
  '(dien thoai|dt|tel|fax|so dien thoai)\\b\\s*[:.（(]?\\s*[+(]?\\d',
  'lien he\\b.{0,30}$',
  'phat trien boi|thiet ke (boi|va)|powered by|developed by',
  'ban do (hanh chinh|so)',
  'dich vu cong\\b.{0,60}$',
  '(lich (tiep|lam viec|cong tac|cat)|thong bao\\s*:|van ban (moi|chi dao dieu hanh))',
  'tham do\\b|binh chon\\b',
  'thoi tiet\\b|ty gia\\b|gia vang\\b',
  'ban dang (xem|doc|o)\\b',
  'dong gop y kien',
  '(add|post|leave|submit) (a |new |your )?(comment|reply)',
  '(your )?(name|subject|comments?)\\s*:',
  'recent (posts|comments|news)',
  '(related|other|more) (posts|news|articles)',
  'powered by',
  'lien he (quang cao|toa soan)',
  'thong tin can biet',
  'bao loi\\b',
];

const anchored = (patterns: string[]) => new RegExp(`^(?:[-•*+»>\\s]{0,4})(?:${patterns.join('|')})`);
const FURNITURE_LINE = anchored(FURNITURE);
const END_LINE = anchored(END);
const BOX_LINE = new RegExp(`^(?:[-•*\\s]{0,4})(?:${BOX.join('|')})`);

/** Longer lines are prose whatever they begin with. */
const LONGEST_FURNITURE = 160;

export type Furniture = 'furniture' | 'box' | 'end';

/** What kind of site furniture a line (bare, trimmed) is; null for one that may belong to the article. */
export function furnitureOf(bare: string): Furniture | null {
  if (bare.length > LONGEST_FURNITURE) return null;
  if (BOX_LINE.test(bare)) return 'box';
  if (END_LINE.test(bare)) return 'end';
  if (FURNITURE_LINE.test(bare) || isMenu(bare)) return 'furniture';
  return null;
}

/** `Trang chủ | Giới thiệu | Tin tức`, `Báo điện tử » Chính trị » Xây dựng Đảng`, `Trang chủ > Tin huyện`. */
function isMenu(bare: string): boolean {
  const parts = bare.split(/\s*(?:\||»|›|>|→|::)\s*/);
  return parts.length >= 3 || (parts.length === 2 && /[»›>→]/.test(bare) && bare.length < 70)
    ? parts.every((part) => part.length < 45 && !/\d{1,2}[/.-]\d{1,2}/.test(part))
    : false;
}
