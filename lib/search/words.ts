/**
 * Other words for things, one table. A row says which words people type, what stands for them in the reports, and
 * why. `same` counts as having the thing, and is shown; `instead` does so where nothing holds the words; `like` is kindred: it only brings a report near. `facts` are
 * facet values that say the thing. Words typed with marks must be the row's own; without marks any fit.
 */
import type { FacetName } from './facets';

export interface WordRow {
  words: readonly string[];
  same?: readonly string[];
  /** Counts as having the thing where no report holds the words themselves. */
  instead?: readonly string[];
  like?: readonly string[];
  facts?: readonly (readonly [facet: FacetName, value: string])[];
}

const places = (slugs: string): WordRow['facts'] => slugs.split(' ').map((slug) => ['tinh', slug] as const);
const topic = (value: string): WordRow['facts'] => [['chu-de', value]];

export const WORD_ROWS: readonly WordRow[] = [
  // Nicknames of provinces, as newspapers use them in titles.
  { words: ['xứ Lạng'], facts: places('lang-son') },
  { words: ['đất Tổ', 'đất Tổ Hùng Vương'], facts: places('phu-tho.phu-tho') },
  { words: ['xứ Nghệ'], facts: places('nghe-an ha-tinh') },
  { words: ['xứ Thanh'], facts: places('thanh-hoa') },
  { words: ['xứ Đoài'], facts: places('ha-noi') },
  { words: ['xứ Quảng'], facts: places('da-nang quang-ngai.quang-ngai') },
  { words: ['xứ Huế', 'cố đô Huế', 'cố đô'], facts: places('hue') },
  { words: ['xứ dừa', 'đất dừa', 'quê hương Đồng Khởi'], facts: places('ben-tre') },
  { words: ['đất Cảng', 'thành phố hoa phượng đỏ', 'thành phố cảng'], facts: places('hai-phong.hai-phong') },
  { words: ['đất mỏ', 'vùng mỏ'], facts: places('quang-ninh') },
  { words: ['quê lúa', 'quê hương năm tấn'], facts: places('thai-binh') },
  { words: ['Tây Đô', 'đất Tây Đô'], facts: places('can-tho.can-tho') },
  { words: ['đất Mũi', 'mũi Cà Mau'], facts: places('ca-mau.ca-mau') },
  { words: ['quê Bác', 'quê hương Bác'], facts: places('nghe-an') },
  { words: ['phố núi'], facts: places('gia-lai.gia-lai') },
  { words: ['thành phố mang tên Bác'], facts: places('tp-ho-chi-minh') },
  { words: ['đất Sen hồng', 'đất sen'], facts: places('dong-thap.dong-thap') },
  { words: ['công tử Bạc Liêu'], facts: places('bac-lieu') },
  { words: ['quan họ', 'đất quan họ', 'Kinh Bắc'], facts: places('bac-ninh.bac-ninh') },
  { words: ['thủ đô'], facts: places('ha-noi') },
  // The city whose name is a person's: short only.
  {
    words: [
      'HCM',
      'tp HCM',
      'TP.HCM',
      'thành phố HCM',
      'thành phố Hồ Chí Minh',
      'TP. Hồ Chí Minh',
      'TP Hồ Chí Minh',
    ],
    facts: places('tp-ho-chi-minh'),
  },
  // Regions: the provinces as they were before July 2025, for that is what reports were filed by.
  {
    words: ['Tây Bắc', 'vùng Tây Bắc'],
    facts: places('dien-bien lai-chau son-la hoa-binh lao-cai.lao-cai yen-bai'),
  },
  {
    words: ['Đông Bắc'],
    facts: places(
      'cao-bang bac-kan lang-son thai-nguyen.thai-nguyen tuyen-quang.tuyen-quang ha-giang bac-giang phu-tho.phu-tho quang-ninh',
    ),
  },
  {
    words: ['miền núi phía Bắc', 'trung du và miền núi phía Bắc', 'trung du miền núi phía Bắc'],
    facts: places(
      'dien-bien lai-chau son-la hoa-binh lao-cai.lao-cai yen-bai cao-bang bac-kan lang-son thai-nguyen.thai-nguyen tuyen-quang.tuyen-quang ha-giang bac-giang phu-tho.phu-tho',
    ),
  },
  {
    words: ['đồng bằng sông Hồng', 'ĐBSH'],
    facts: places(
      'ha-noi hai-phong.hai-phong hai-duong hung-yen.hung-yen thai-binh ha-nam nam-dinh ninh-binh.ninh-binh bac-ninh.bac-ninh vinh-phuc quang-ninh',
    ),
  },
  { words: ['Bắc Trung Bộ'], facts: places('thanh-hoa nghe-an ha-tinh quang-binh quang-tri.quang-tri hue') },
  {
    words: ['Nam Trung Bộ', 'duyên hải miền Trung', 'duyên hải Nam Trung Bộ'],
    facts: places('da-nang quang-ngai.quang-ngai binh-dinh phu-yen khanh-hoa binh-thuan'),
  },
  {
    words: ['miền Trung'],
    facts: places(
      'thanh-hoa nghe-an ha-tinh quang-binh quang-tri.quang-tri hue da-nang quang-ngai.quang-ngai binh-dinh phu-yen khanh-hoa binh-thuan',
    ),
  },
  {
    words: ['Tây Nguyên', 'vùng Tây Nguyên'],
    facts: places('kon-tum gia-lai.gia-lai dak-lak.dak-lak dak-nong lam-dong.lam-dong'),
  },
  {
    words: ['Đông Nam Bộ', 'miền Đông Nam Bộ'],
    facts: places('tp-ho-chi-minh dong-nai tay-ninh.tay-ninh'),
  },
  {
    words: ['Tây Nam Bộ', 'miền Tây', 'miền Tây Nam Bộ', 'đồng bằng sông Cửu Long', 'ĐBSCL'],
    facts: places('can-tho an-giang ca-mau vinh-long dong-thap long-an'),
  },
  // Levels, which reports hardly ever name in these words.
  { words: ['cấp huyện', 'tuyến huyện', 'huyện ủy cấp huyện', 'quận huyện'], facts: [['cap', 'huyen']] },
  { words: ['cấp xã', 'cấp phường', 'tuyến xã'], facts: [['cap', 'xa']] },
  { words: ['cấp tỉnh'], facts: [['cap', 'tinh']] },
  { words: ['cấp trung ương'], facts: [['cap', 'trung-uong']] },
  // Names that changed, or that a thing has beside its own.
  { words: ['tuyên huấn', 'tuyên vận'], instead: ['tuyên giáo'] },
  { words: ['mạng ảo', 'thế giới ảo'], instead: ['không gian mạng', 'mạng xã hội'] },
  {
    words: ['loa phường', 'loa truyền thanh', 'loa xã'],
    instead: ['truyền thanh cơ sở', 'đài truyền thanh'],
  },
  {
    words: ['thi tốt nghiệp', 'thi THPT', 'kỳ thi THPT'],
    like: ['kỳ thi tốt nghiệp', 'tốt nghiệp THPT', 'tốt nghiệp trung học phổ thông'],
  },
  { words: ['tuyên giáo và dân vận'], same: ['tuyên giáo dân vận'] },
  {
    words: ['corona', 'cô rô na', 'Covid', 'Covid-19', 'SARS-CoV-2', 'ncov'],
    same: ['Covid', 'Covid-19', 'Corona'],
    facts: topic('covid-19'),
  },
  { words: ['dịch bệnh', 'đại dịch'], like: ['Covid-19', 'dịch Covid'] },
  {
    words: ['dịch Covid', 'dịch Covid-19', 'đại dịch Covid', 'đại dịch Covid-19', 'dịch corona'],
    same: ['Covid-19', 'Covid'],
    facts: topic('covid-19'),
  },
  {
    words: ['vaccine', 'vắc xin', 'vắc-xin', 'vacxin'],
    same: ['vaccine', 'vắc xin', 'vắc-xin', 'vắcxin', 'vacxin'],
  },
  { words: ['tiêm chủng'], like: ['vắc xin', 'vaccine'] },
  {
    words: ['tam nông'],
    same: ['nông nghiệp, nông dân, nông thôn', 'nông nghiệp nông dân nông thôn', 'nông nghiệp nông thôn'],
  },
  { words: ['facebook', 'Fb', 'zalo', 'tiktok', 'youtube'], like: ['mạng xã hội', 'không gian mạng'] },
  { words: ['mạng xã hội'], like: ['không gian mạng', 'trên mạng', 'Facebook', 'internet'] },
  { words: ['trên mạng'], instead: ['mạng xã hội', 'không gian mạng', 'internet'] },
  { words: ['không gian mạng'], like: ['mạng xã hội', 'internet'] },
  { words: ['an ninh mạng', 'an toàn mạng'], like: ['an toàn thông tin', 'không gian mạng'] },
  { words: ['AI', 'trí tuệ nhân tạo'], same: ['trí tuệ nhân tạo'] },
  { words: ['chuyển đổi số', 'số hóa'], like: ['công nghệ số', 'nền tảng số', 'chính quyền điện tử'] },
  {
    words: ['sở tttt', 'sở 4t', 'sở thông tin truyền thông', 'sở TT&TT', 'sở tt tt'],
    same: ['Sở Thông tin và Truyền thông', 'Sở Thông tin - Truyền thông'],
  },
  { words: ['bộ tttt', 'bộ thông tin truyền thông', 'bộ TT&TT'], same: ['Bộ Thông tin và Truyền thông'] },
  { words: ['VHTTDL', 'sở văn hóa'], like: ['Văn hóa, Thể thao và Du lịch', 'Văn hóa - Thể thao'] },
  {
    words: ['sáp nhập', 'hợp nhất', 'nhập tỉnh'],
    like: [
      'sáp nhập',
      'hợp nhất',
      'sắp xếp đơn vị hành chính',
      'chính quyền địa phương hai cấp',
      'chính quyền địa phương 2 cấp',
    ],
  },
  {
    words: ['tinh gọn bộ máy', 'sắp xếp bộ máy'],
    like: ['sắp xếp tổ chức bộ máy', 'tinh gọn', 'tổ chức bộ máy'],
  },
  // Untrue and harmful news: nearly the same thing under many names.
  {
    words: ['tin giả', 'tin bịa', 'tin vịt'],
    like: [
      'tin giả',
      'thông tin giả',
      'tin xấu độc',
      'tin xấu, độc',
      'thông tin xấu độc',
      'xấu độc',
      'sai sự thật',
      'thông tin sai',
      'xuyên tạc',
      'bịa đặt',
      'thông tin không đúng',
      'thông tin sai trái',
    ],
  },
  {
    words: ['tin xấu độc', 'thông tin xấu độc', 'tin độc hại', 'tin xấu'],
    same: ['thông tin xấu độc', 'tin xấu độc', 'xấu độc', 'tin, bài xấu độc'],
    like: ['sai trái thù địch', 'quan điểm sai trái', 'sai sự thật', 'xuyên tạc', 'tin giả', 'thông tin sai'],
  },
  {
    words: ['luận điệu xuyên tạc', 'quan điểm sai trái', 'phản bác', 'phản động'],
    like: ['thù địch', 'sai trái', 'xuyên tạc', 'bảo vệ nền tảng tư tưởng'],
  },
  // Subjects that have a name of their own among the topics.
  {
    words: [
      'học Bác',
      'học tập Bác',
      'học và làm theo Bác',
      'làm theo Bác',
      'học tập và làm theo Bác',
      'học tập làm theo Bác',
    ],
    same: ['học tập và làm theo'],
    facts: topic('hoc-tap-lam-theo-bac'),
  },
  { words: ['bảo vệ nền tảng tư tưởng', 'nền tảng tư tưởng'], facts: topic('bao-ve-nen-tang-tu-tuong') },
  { words: ['búa liềm vàng'], same: ['Búa liềm vàng', 'búa, liềm vàng', 'giải báo chí về xây dựng Đảng'] },
  {
    words: ['dân nghĩ gì', 'người dân quan tâm', 'dân quan tâm', 'lòng dân', 'tâm trạng nhân dân'],
    like: ['dư luận xã hội', 'tâm trạng', 'dư luận'],
  },
  { words: ['họp báo'], like: ['giao ban báo chí', 'cung cấp thông tin báo chí'] },
  { words: ['biển đảo', 'chủ quyền biển đảo'], same: ['biển, đảo', 'biển đảo'] },
  { words: ['Hoàng Sa', 'Trường Sa'], like: ['biển đảo', 'biển, đảo'] },
  { words: ['bầu cử'], like: ['bầu cử đại biểu Quốc hội', 'bầu cử đại biểu'] },
  { words: ['kỷ niệm chương', 'huy chương'], like: ['Kỷ niệm chương', 'khen thưởng'] },
  { words: ['giặc giã', 'giặc nội xâm'], like: ['tham nhũng', 'tiêu cực'] },
  {
    words: ['lũ lụt', 'bão lũ', 'bão lụt', 'thiên tai'],
    like: ['mưa lũ', 'lũ lụt', 'bão', 'thiên tai', 'sạt lở'],
  },
  { words: ['trường đảng'], instead: ['trường chính trị', 'Học viện Chính trị'] },
  { words: ['trung tâm bồi dưỡng chính trị'], instead: ['trung tâm chính trị'] },
  // English, as visitors from abroad type it.
  { words: ['propaganda'], same: ['tuyên giáo', 'tuyên truyền'] },
  {
    words: ['propaganda department', 'propaganda committee', 'information and education commission'],
    same: ['ban tuyên giáo'],
  },
  { words: ['mass mobilization', 'mass mobilisation'], same: ['dân vận'] },
  { words: ['ideology', 'ideological work'], same: ['tư tưởng', 'công tác tư tưởng'] },
  { words: ['party committee', 'provincial party committee'], same: ['tỉnh ủy', 'thành ủy'] },
  { words: ['politburo'], same: ['Bộ Chính trị'] },
  {
    words: [
      'central propaganda department',
      'vietnam propaganda department',
      'central propaganda commission',
    ],
    same: ['Ban Tuyên giáo Trung ương', 'Ban Tuyên giáo và Dân vận Trung ương'],
  },
  { words: ['vietnam', 'vietnamese'], same: ['Việt Nam'] },
  { words: ['party building'], same: ['xây dựng Đảng'] },
  { words: ['propaganda work'], same: ['công tác tuyên giáo', 'công tác tuyên truyền'] },
  { words: ['oral propaganda'], same: ['tuyên truyền miệng'] },
  { words: ['reporters', 'journalists', 'journalist'], same: ['nhà báo', 'phóng viên'] },
  { words: ['report', 'reports'], same: ['báo cáo'] },
  { words: ['province', 'provincial'], same: ['tỉnh'] },
  { words: ['training', 'training course', 'training courses'], same: ['bồi dưỡng', 'tập huấn'] },
  {
    words: ['first six months', 'first half of the year', 'first half'],
    same: ['6 tháng đầu năm', 'sáu tháng đầu năm'],
  },
  { words: ['competition', 'contest'], same: ['cuộc thi', 'hội thi'] },
  { words: ['fake news'], same: ['tin giả'], like: ['sai sự thật', 'xấu độc', 'bịa đặt', 'xuyên tạc'] },
  { words: ['health', 'healthcare'], same: ['y tế'] },
  { words: ['youth'], same: ['thanh niên'] },
  { words: ['women'], same: ['phụ nữ'] },
  { words: ['farmers'], same: ['nông dân'] },
  { words: ['army', 'military'], same: ['quân đội', 'quân sự'] },
  { words: ['police'], same: ['công an'] },
  { words: ['traffic'], same: ['giao thông'] },
  { words: ['Ho Chi Minh thought', 'Ho Chi Minh ideology'], same: ['tư tưởng Hồ Chí Minh'] },
  { words: ['Uncle Ho'], same: ['Bác Hồ', 'Chủ tịch Hồ Chí Minh'] },
  { words: ['central committee'], same: ['Ban Chấp hành Trung ương', 'Trung ương'] },
  { words: ['general secretary'], same: ['Tổng Bí thư'] },
  { words: ['party congress', 'national congress', 'congress'], same: ['đại hội Đảng', 'đại hội'] },
  { words: ['party'], same: ['Đảng'] },
  { words: ['resolution'], same: ['nghị quyết'] },
  { words: ['directive'], same: ['chỉ thị'] },
  { words: ['conclusion'], same: ['kết luận'] },
  { words: ['conference', 'meeting'], same: ['hội nghị'] },
  { words: ['review conference', 'annual review'], same: ['tổng kết'] },
  { words: ['press', 'journalism', 'media', 'newspapers'], same: ['báo chí'] },
  { words: ['press briefing', 'press conference', 'media briefing'], same: ['giao ban báo chí'] },
  { words: ['public opinion'], same: ['dư luận xã hội', 'dư luận'] },
  { words: ['social media', 'social network', 'social networks'], same: ['mạng xã hội'] },
  { words: ['internet', 'cyberspace'], same: ['internet', 'không gian mạng'] },
  { words: ['cybersecurity', 'cyber security'], same: ['an ninh mạng', 'an toàn thông tin'] },
  {
    words: ['misinformation', 'disinformation', 'false information'],
    same: ['thông tin sai sự thật', 'thông tin xấu độc', 'sai sự thật', 'xấu độc'],
  },
  { words: ['hostile forces'], same: ['thế lực thù địch'] },
  { words: ['election', 'elections'], same: ['bầu cử'] },
  { words: ['national assembly'], same: ['Quốc hội'] },
  { words: ['people council', 'people’s council', "people's council"], same: ['Hội đồng nhân dân', 'HĐND'] },
  { words: ['people committee', "people's committee"], same: ['Ủy ban nhân dân', 'UBND'] },
  { words: ['fatherland front'], same: ['Mặt trận Tổ quốc'] },
  { words: ['youth union'], same: ['Đoàn Thanh niên'] },
  { words: ['culture'], same: ['văn hóa'] },
  { words: ['education'], same: ['giáo dục'] },
  { words: ['digital transformation'], same: ['chuyển đổi số'] },
  { words: ['artificial intelligence'], same: ['trí tuệ nhân tạo'] },
  {
    words: ['pandemic', 'coronavirus', 'covid pandemic'],
    same: ['Covid-19', 'Covid'],
    facts: topic('covid-19'),
  },
  { words: ['vaccination'], same: ['tiêm chủng', 'tiêm vắc xin', 'tiêm vaccine'] },
  { words: ['new rural', 'new countryside', 'rural development'], same: ['nông thôn mới'] },
  { words: ['corruption', 'anti corruption', 'anti-corruption'], same: ['tham nhũng'] },
  { words: ['sovereignty'], same: ['chủ quyền'] },
  { words: ['sea and islands', 'islands'], same: ['biển đảo', 'biển, đảo'] },
  { words: ['border'], same: ['biên giới'] },
  { words: ['ethnic minorities', 'ethnic minority'], same: ['dân tộc thiểu số'] },
  { words: ['religion', 'religious'], same: ['tôn giáo'] },
  { words: ['tourism'], same: ['du lịch'] },
  { words: ['economy', 'economic'], same: ['kinh tế'] },
  { words: ['environment'], same: ['môi trường'] },
  { words: ['land clearance', 'site clearance'], same: ['giải phóng mặt bằng'] },
  { words: ['emulation'], same: ['thi đua'] },
  { words: ['award', 'commendation'], same: ['khen thưởng'] },
  { words: ['party member', 'party members'], same: ['đảng viên'] },
  { words: ['political theory'], same: ['lý luận chính trị'] },
  { words: ['external information', 'foreign information'], same: ['thông tin đối ngoại'] },
  { words: ['district level', 'district-level', 'district'], facts: [['cap', 'huyen']] },
  { words: ['Hanoi', 'Ha Noi city'], facts: places('ha-noi') },
  {
    words: ['Ho Chi Minh City', 'HCMC', 'Saigon', 'Saigon city', 'HCM city'],
    facts: places('tp-ho-chi-minh'),
  },
  { words: ['Hue city'], facts: places('hue') },
  { words: ['Danang', 'Da Nang city', 'Danang city'], facts: places('da-nang') },
  { words: ['Hai Phong city', 'Haiphong', 'Haiphong city'], facts: places('hai-phong') },
  { words: ['Can Tho city', 'Cantho'], facts: places('can-tho') },
  { words: ['Mekong Delta', 'Mekong'], facts: places('can-tho an-giang ca-mau vinh-long dong-thap long-an') },
  {
    words: ['Red River Delta'],
    facts: places(
      'ha-noi hai-phong.hai-phong hai-duong hung-yen.hung-yen thai-binh ha-nam nam-dinh ninh-binh.ninh-binh bac-ninh.bac-ninh vinh-phuc',
    ),
  },
  {
    words: ['Central Highlands'],
    facts: places('kon-tum gia-lai.gia-lai dak-lak.dak-lak dak-nong lam-dong.lam-dong'),
  },
];

/**
 * Documents by what people call them: type and subject, each with the ids that are meant. Others are found by the
 * words of their titles.
 */
export const DOCUMENT_NAMES: readonly { words: readonly string[]; slugs: readonly string[] }[] = [
  {
    words: [
      'chỉ thị học tập Bác',
      'chỉ thị học Bác',
      'chỉ thị về học tập Bác',
      'chỉ thị học tập và làm theo Bác',
      'chỉ thị học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh',
    ],
    slugs: ['05-ct-tw-xii', '03-ct-tw-xi', '06-ct-tw-x'],
  },
  { words: ['nghị quyết bảo vệ nền tảng tư tưởng', 'nghị quyết nền tảng tư tưởng'], slugs: ['35-nq-tw-xii'] },
  {
    words: [
      'nghị quyết xây dựng Đảng',
      'nghị quyết chỉnh đốn Đảng',
      'nghị quyết suy thoái',
      'nghị quyết tự diễn biến tự chuyển hóa',
    ],
    slugs: ['nqtw4-xii', 'nqtw4-xi', 'nqtw4-xiii', '21-kl-tw-xiii'],
  },
  {
    words: ['nghị quyết tam nông', 'nghị quyết nông nghiệp nông dân nông thôn'],
    slugs: ['26-nq-tw-x', '19-nq-tw-xiii', 'nqtw7-x', 'nqtw5-xiii'],
  },
  { words: ['nghị quyết giáo dục', 'nghị quyết đổi mới giáo dục'], slugs: ['29-nq-tw-xi', 'nqtw8-xi'] },
  {
    words: ['nghị quyết văn hóa', 'nghị quyết văn hóa con người'],
    slugs: ['33-nq-tw-xi', 'nqtw9-xi', 'nqtw5-viii'],
  },
];

/** Longer names that hold the name of a place, or read like one, and are none. */
export const NO_PLACES: readonly string[] = [
  'điện biên phủ',
  'diễn biến hòa bình',
  'thái bình dương',
  'hà nam ninh',
  'chợ hòa bình',
  'bảo vệ hòa bình',
  'gìn giữ hòa bình',
  'chiến dịch hồ chí minh',
  'tư tưởng hcm',
  'đạo đức hcm',
  'phong cách hcm',
  'chủ tịch hcm',
  'bác hcm',
  'đường hcm',
  'tư tưởng đạo đức phong cách hcm',
  'đoàn tncs hcm',
  'đoàn thanh niên cộng sản hcm',
];
