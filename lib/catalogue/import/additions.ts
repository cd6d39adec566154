/**
 * Documents and plenums that reports cite and the shared registry lacks. Only such as certainly exist, and whose
 * number stands in a report; what they are about is from general knowledge, so each is flagged unverified.
 */

import { plenumOf } from '../../domain/directive';
import type { Plenum } from '../../domain/report';
import type { DirectiveEntry } from '../schema';

type Addition = Pick<DirectiveEntry, 'id' | 'type' | 'issuer' | 'date' | 'title' | 'topic'> &
  Partial<Pick<DirectiveEntry, 'shortName' | 'aliases' | 'relations'>> & {
    /** Where the number was read, and the date too if it is said. */
    read: string;
    dateRead: boolean;
  };

const ADDED: readonly Addition[] = [
  {
    id: '76-QĐ/TW@VIII',
    type: 'quy-dinh',
    issuer: 'Bộ Chính trị',
    date: '2000-06-15',
    title:
      'về việc đảng viên đang công tác thường xuyên giữ mối liên hệ với chi ủy, đảng ủy cơ sở và gương mẫu thực hiện nghĩa vụ công dân nơi cư trú',
    topic: 'xay-dung-dang',
    read: 'khanh-hoa-nhieu-nam-da56c0',
    dateRead: true,
  },
  {
    id: '59-CT/TW@VIII',
    type: 'chi-thi',
    issuer: 'Bộ Chính trị',
    date: '2000-12-15',
    title:
      'về tăng cường sự lãnh đạo của Đảng đối với hoạt động của Hội Nông dân Việt Nam trong thời kỳ công nghiệp hóa, hiện đại hóa nông nghiệp, nông thôn',
    topic: 'xay-dung-dang',
    read: 'phu-yen-nhieu-nam-58affd',
    dateRead: true,
  },
  {
    id: '41-NQ/TW@IX',
    type: 'nghi-quyet',
    issuer: 'Bộ Chính trị',
    date: '2004-11-15',
    title: 'về bảo vệ môi trường trong thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước',
    topic: 'khac',
    read: 'ca-mau-nhieu-nam-2005-396948',
    dateRead: false,
  },
  {
    id: 'NQĐH-X',
    type: 'nghi-quyet',
    issuer: 'Đại hội đại biểu toàn quốc của Đảng',
    date: '2006-04-25',
    title: 'Nghị quyết Đại hội đại biểu toàn quốc lần thứ X của Đảng',
    shortName: 'Nghị quyết Đại hội X',
    aliases: [
      'Nghị quyết Đại hội đại biểu toàn quốc lần thứ X của Đảng',
      'NQ Đại hội X',
      'Nghị quyết Đại hội Đảng toàn quốc lần thứ X',
      'Nghị quyết Đại hội Đảng lần thứ X',
    ],
    topic: 'bau-cu-dai-hoi',
    read: 'ha-nam-quy-3-2006-b35854',
    dateRead: false,
  },
  {
    id: '22-NQ/TW@X',
    type: 'nghi-quyet',
    issuer: 'Ban Chấp hành Trung ương',
    date: '2008-02-02',
    title:
      'về nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng và chất lượng đội ngũ cán bộ, đảng viên',
    topic: 'xay-dung-dang',
    read: 'ben-tre-nhieu-nam-2008-3506bd',
    dateRead: true,
  },
  {
    id: '38-CT/TW@X',
    type: 'chi-thi',
    issuer: 'Ban Bí thư',
    date: '2009-09-07',
    title: 'về đẩy mạnh công tác bảo hiểm y tế trong tình hình mới',
    topic: 'khoa-giao',
    read: 'tp-ho-chi-minh-nam-2019-4105f1',
    dateRead: false,
  },
  {
    id: '02-KL/TW@XI',
    type: 'ket-luan',
    issuer: 'Bộ Chính trị',
    date: '2011-03-16',
    title: 'về tình hình kinh tế - xã hội năm 2011',
    topic: 'kinh-te',
    read: 'trung-uong-nam-2011-2c4651',
    dateRead: false,
  },
  {
    id: '10-CT/TW@XI',
    type: 'chi-thi',
    issuer: 'Bộ Chính trị',
    date: '2011-12-05',
    title:
      'về phổ cập giáo dục mầm non cho trẻ 5 tuổi, củng cố kết quả phổ cập giáo dục tiểu học và trung học cơ sở, tăng cường phân luồng học sinh sau trung học cơ sở và xóa mù chữ cho người lớn',
    topic: 'khoa-giao',
    read: 'an-giang-nhieu-nam-2016-486001',
    dateRead: false,
  },
  {
    id: '80-KL/TW@XI',
    type: 'ket-luan',
    issuer: 'Bộ Chính trị',
    date: '2013-12-25',
    title: 'về đẩy mạnh thực hiện Nghị quyết 25-NQ/TW khóa X về công tác thanh niên',
    topic: 'khac',
    relations: [{ rel: 'continues', to: '25-NQ/TW@X' }],
    read: 'ba-ria-vung-tau-nhieu-nam-2013-671523',
    dateRead: true,
  },
  {
    id: '11-NQ/TW@XII',
    type: 'nghi-quyet',
    issuer: 'Ban Chấp hành Trung ương',
    date: '2017-06-03',
    title: 'về hoàn thiện thể chế kinh tế thị trường định hướng xã hội chủ nghĩa',
    topic: 'kinh-te',
    read: 'the registry’s own list of NQTW5-XII',
    dateRead: false,
  },
  {
    id: '43-KL/TW@XII',
    type: 'ket-luan',
    issuer: 'Ban Bí thư',
    date: '2019-01-07',
    title: 'về tiếp tục thực hiện Nghị quyết 25-NQ/TW khóa XI về công tác dân vận',
    topic: 'xay-dung-dang',
    relations: [{ rel: 'continues', to: '25-NQ/TW@XI' }],
    read: 'ba-ria-vung-tau-nhieu-nam-2013-671523',
    dateRead: true,
  },
  {
    id: '43-NQ/TW@XII',
    type: 'nghi-quyet',
    issuer: 'Bộ Chính trị',
    date: '2019-01-24',
    title: 'về xây dựng và phát triển thành phố Đà Nẵng đến năm 2030, tầm nhìn đến năm 2045',
    topic: 'kinh-te',
    read: 'da-nang-6-thang-dau-nam-2023-365d16',
    dateRead: true,
  },
  {
    id: '52-KL/TW@XII',
    type: 'ket-luan',
    issuer: 'Ban Bí thư',
    date: '2019-05-30',
    title: 'về tiếp tục thực hiện Nghị quyết 27-NQ/TW khóa X về xây dựng đội ngũ trí thức',
    topic: 'khoa-giao',
    relations: [{ rel: 'continues', to: '27-NQ/TW@X' }],
    read: 'can-tho-nhieu-nam-2008-c0ff75',
    dateRead: false,
  },
  {
    id: '54-NQ/TW@XII',
    type: 'nghi-quyet',
    issuer: 'Bộ Chính trị',
    date: '2019-12-10',
    title: 'về xây dựng và phát triển tỉnh Thừa Thiên Huế đến năm 2030, tầm nhìn đến năm 2045',
    topic: 'kinh-te',
    read: 'hue-thang-2024-b828c3',
    dateRead: false,
  },
  {
    id: '58-NQ/TW@XII',
    type: 'nghi-quyet',
    issuer: 'Bộ Chính trị',
    date: '2020-08-05',
    title: 'về xây dựng và phát triển tỉnh Thanh Hóa đến năm 2030, tầm nhìn đến năm 2045',
    topic: 'kinh-te',
    read: 'thanh-hoa-thang-2021-5bc7b2',
    dateRead: false,
  },
];

/** The additions in the form of the registry's file. */
export const ADDED_DIRECTIVES: readonly DirectiveEntry[] = ADDED.map(({ read, dateRead, ...entry }) => ({
  aliases: [],
  relations: [],
  evidenceUrl: null,
  verified: false,
  dateVerified: dateRead,
  note: `${dateRead ? 'number and date' : 'number'} read in ${read}; the rest from general knowledge`,
  ...entry,
}));

/**
 * Plenums that a report cites or the registry's short names speak of, with those of their documents that the
 * registry holds; empty where it holds none.
 */
export const ADDED_PLENUMS: readonly Plenum[] = [
  plenumOf('NQTW8-IX', []),
  plenumOf('NQTW3-X', ['04-NQ/TW@X']),
  plenumOf('NQTW5-X', ['16-NQ/TW@X']),
  plenumOf('NQTW5-XI', ['15-NQ/TW@XI', '21-KL/TW@XI']),
  plenumOf('NQTW9-XII', []),
  plenumOf('NQTW10-XII', []),
  plenumOf('NQTW11-XII', []),
  plenumOf('NQTW13-XII', []),
  plenumOf('NQTW11-XIII', ['60-NQ/TW@XIII']),
];
