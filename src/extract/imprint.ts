/** Words that only a newspaper's or a portal's own imprint has. */
const licence =
  /(?:giấy phép|GPXB|\bGP\b)[^.]{0,60}(?:\/GP|BTTTT|BVHTT|TTĐT|T3ĐT|STTTT|BC-|CBC|PTTH|BVHTTDL|\/TTĐT)/iu;

const opening =
  /^(?:cơ quan chủ quản|cơ quan ngôn luận|đơn vị chủ quản|(?:quyền |phó )?tổng biên tập|trưởng ban biên tập|(?:người )?chịu trách nhiệm (?:chính|nội dung|xuất bản|quản lý)|trụ sở (?:chính|tòa soạn|toà soạn)|t[òo][àa] soạn|giấy phép (?:số|hoạt động|xuất bản|thiết lập)|liên hệ quảng cáo|đường dây nóng|thông tin tòa soạn)\s*[:–-]/iu;

const rights =
  /(?:ghi rõ nguồn|chỉ được phát hành lại|giữ bản quyền|bản quyền (?:thuộc|của)|toàn bộ bản quyền|all rights reserved|copyright ©|không được sao chép)/iu;

/** Longer texts are no line of an imprint. */
const maxLength = 400;

/** Whether a line is a part of the imprint that stands at the foot of every page: owner, licence, editor, address, rights. */
export const isImprint = (line: string): boolean =>
  line.length <= maxLength &&
  (opening.test(line) || licence.test(line) || (line.length <= 200 && rights.test(line)));
