/** Five pages such as a clerk is given: facts and words are made up for these tests. */
export const PAGES: { name: string; text: string }[] = [
  {
    name: 'khong-tieu-de.txt',
    text: `Trang chủ
Tin tức
Ngày 13/7/2020, tại hội trường cơ quan, Ban Tuyên giáo Tỉnh ủy Nam Định họp sơ kết công tác 6 tháng đầu năm, bàn việc của 6 tháng cuối năm 2020.

Nửa năm qua, cán bộ tuyên giáo trong tỉnh đã mở 24 lớp cho báo cáo viên, soạn tài liệu ngắn cho chi bộ và cùng các ban xây dựng Đảng đi cơ sở nghe dân nói về chuyện mùa màng, đường sá, trường lớp.

Nửa năm tới, Ban lo việc tuyên truyền đại hội đảng bộ các cấp, tiếp tục thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị và nắm dư luận ở những nơi có dự án lớn.

Minh Trang
Tin khác
Lượt xem: 245
`,
  },
  {
    name: 'tong-ket-nam.txt',
    text: `Tổng kết công tác tuyên giáo năm 2021, bàn nhiệm vụ năm 2022

Sáng ngày 16/12/2021, Ban Tuyên giáo Thành ủy Cần Thơ tổng kết công tác tuyên giáo năm 2021. Đồng chí Lê Thị Hạnh, Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Thành ủy chủ trì hội nghị.

Trong năm, Ban giúp Thành ủy triển khai Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị, Chỉ thị số 05-CT/TW và Nghị quyết Đại hội XIII của Đảng tới từng chi bộ; mở hơn 300 buổi học trực tuyến cho gần 21.500 cán bộ, đảng viên.

Báo cáo viên các quận kể lại cách làm ở khu cách ly, cách đưa tin về vắc xin tới bà con buôn bán trên sông, cách gỡ tin đồn trong ngày. Hội nghị tặng giấy khen cho 14 tập thể.

Văn Bình
`,
  },
  {
    name: 'hai-ngay.txt',
    text: `Yên Bái tổng kết công tác tuyên giáo năm 2020
15/01/2021 07:30

Chiều 14/1, Ban Tuyên giáo Tỉnh ủy Yên Bái tổng kết công tác tuyên giáo năm 2020 và giao việc cho năm 2021.

Năm qua toàn ngành tham mưu 120 văn bản, trong đó có văn bản triển khai Chỉ thị số 41-CT/TW ngày 24/3/2020 của Ban Bí thư; các huyện miền cao làm phim ngắn bằng tiếng Mông, tiếng Dao để bà con dễ nghe, dễ nhớ.

Năm 2021, Ban nêu 8 nhiệm vụ, trước hết là tuyên truyền bầu cử đại biểu Quốc hội khóa XV và đưa nghị quyết đại hội vào từng thôn bản.

PV
`,
  },
  {
    name: 'cum-thi-dua.txt',
    text: `Cụm thi đua số 2: Giao ban công tác tuyên giáo 6 tháng đầu năm 2020

Ngày 19/6/2020, tại thị xã Phổ Yên, Cụm thi đua số 2 - Ban Tuyên giáo Tỉnh ủy Thái Nguyên giao ban công tác 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2020.

Các đơn vị trong cụm đã giữ nền nếp sinh hoạt, trao đổi cách viết tin ngắn, cách chọn chuyện thật ở xóm để kể trong buổi sinh hoạt chi bộ, và chấm chéo sổ tay của nhau để học hỏi.

Hồng Nga
`,
  },
  {
    name: 'huyen.txt',
    text: `SƠ KẾT CÔNG TÁC TUYÊN GIÁO 9 THÁNG ĐẦU NĂM 2023
29/09/2023

Sáng 28/9, Ban Tuyên giáo Huyện ủy Bảo Lâm, tỉnh Lâm Đồng sơ kết công tác tuyên giáo 9 tháng đầu năm 2023. Đồng chí Trần Văn Sơn, Phó Bí thư Huyện ủy dự và chỉ đạo.

Chín tháng qua, các chi bộ trong huyện đọc Kết luận số 21-KL/TW ngày 25/10/2021, ghi điều đảng viên hứa làm vào sổ và cuối mỗi quý đem ra soát lại trước chi bộ.

Quý IV, huyện chọn 5 xã làm trước việc số hóa tài liệu lịch sử đảng bộ địa phương, xong thì rút kinh nghiệm cho các xã còn lại.

Hữu Nam
`,
  },
];
