/** A few real names for the tests of this folder. */
import type { DirectiveName, Vocabulary } from './vocabulary';

function directive(
  id: string,
  slug: string,
  label: string,
  title: string,
  rest: Partial<DirectiveName>,
): DirectiveName {
  const key = id.split('@')[0] ?? id;
  return {
    id,
    slug,
    key,
    keySlug: key === id ? slug : slug.replace(/-[xiv]+$/, ''),
    label,
    title,
    type: 'chi-thi',
    number: Number.parseInt(key, 10) || null,
    term: 'XII',
    date: null,
    verified: true,
    lineage: [],
    ...rest,
  };
}

export const VOCABULARY: Vocabulary = {
  places: [
    {
      slug: 'ha-noi',
      name: 'Hà Nội',
      formerly: [{ slug: 'ha-noi', name: 'Hà Nội' }],
      aliases: [['Hanoi', 'ha-noi']],
    },
    {
      slug: 'gia-lai',
      name: 'Gia Lai',
      formerly: [
        { slug: 'gia-lai', name: 'Gia Lai' },
        { slug: 'binh-dinh', name: 'Bình Định' },
      ],
      aliases: [],
    },
    {
      slug: 'hung-yen',
      name: 'Hưng Yên',
      formerly: [
        { slug: 'hung-yen', name: 'Hưng Yên' },
        { slug: 'thai-binh', name: 'Thái Bình' },
      ],
      aliases: [],
    },
    {
      slug: 'hai-phong',
      name: 'Hải Phòng',
      formerly: [
        { slug: 'hai-phong', name: 'Hải Phòng' },
        { slug: 'hai-duong', name: 'Hải Dương' },
      ],
      aliases: [['TP. Hải Phòng', 'hai-phong']],
    },
    {
      slug: 'hue',
      name: 'Huế',
      formerly: [{ slug: 'hue', name: 'Huế' }],
      aliases: [['Thừa Thiên Huế', 'hue']],
    },
    {
      slug: 'phu-tho',
      name: 'Phú Thọ',
      formerly: [
        { slug: 'phu-tho', name: 'Phú Thọ' },
        { slug: 'hoa-binh', name: 'Hòa Bình' },
        { slug: 'vinh-phuc', name: 'Vĩnh Phúc' },
      ],
      aliases: [],
    },
    {
      slug: 'tp-ho-chi-minh',
      name: 'TP. Hồ Chí Minh',
      formerly: [
        { slug: 'tp-ho-chi-minh', name: 'TP. Hồ Chí Minh' },
        { slug: 'ba-ria-vung-tau', name: 'Bà Rịa - Vũng Tàu' },
      ],
      aliases: [
        ['TPHCM', 'tp-ho-chi-minh'],
        ['BRVT', 'tp-ho-chi-minh.ba-ria-vung-tau'],
      ],
    },
  ],
  directives: [
    directive('NQTW4-XII', 'nqtw4-xii', 'Nghị quyết Trung ương 4 khóa XII', '', {
      type: 'nghi-quyet',
      number: null,
    }),
    directive('NQĐH-XIII', 'nqdh-xiii', 'Nghị quyết Đại hội XIII', '', {
      type: 'nghi-quyet',
      number: null,
      term: 'XIII',
    }),
    directive(
      '05-CT/TW@XII',
      '05-ct-tw-xii',
      'Chỉ thị 05-CT/TW',
      'về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
      { date: '2016-05-15' },
    ),
    directive('06-CT/TW@XIII', '06-ct-tw-xiii', 'Chỉ thị 06-CT/TW', 'về xây dựng gia đình', {
      term: 'XIII',
      date: '2021-06-24',
    }),
    directive('35-CT/TW@XII', '35-ct-tw-xii', 'Chỉ thị 35-CT/TW (khóa XII)', 'về đại hội đảng bộ các cấp', {
      date: '2019-05-30',
    }),
    directive(
      '35-CT/TW@XIII',
      '35-ct-tw-xiii',
      'Chỉ thị 35-CT/TW (khóa XIII)',
      'về đại hội đảng bộ các cấp',
      { term: 'XIII', date: '2024-06-14' },
    ),
    directive(
      '01-KL/TW@XIII',
      '01-kl-tw-xiii',
      'Kết luận 01-KL/TW',
      'về tiếp tục thực hiện Chỉ thị 05-CT/TW',
      { type: 'ket-luan', term: 'XIII', date: '2021-05-18' },
    ),
    directive('08-QĐi/TW@XII', '08-qdi-tw-xii', 'Quy định 08-QĐi/TW', 'về trách nhiệm nêu gương', {
      type: 'quy-dinh',
      date: '2018-10-25',
    }),
  ],
};

export const KINDS_OF_PERIOD_VALUES = [
  '2020',
  '2019',
  'nam',
  '6-thang-dau-nam',
  '2020-6-thang-dau-nam',
  '2018-thang',
  '2018-thang-5',
  '2021-nhieu-nam',
  '2018..2020',
  'khong-ro',
];
