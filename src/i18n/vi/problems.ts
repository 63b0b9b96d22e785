import type { ProblemCode } from '../../problem/severities.ts';

/** Message and mending of every problem, in Vietnamese. `{name}` stands for a value of the problem. */
export const problems: Record<ProblemCode, { message: string; hint: string }> = {
  'date-invalid': {
    message: 'Trường `{field}` ghi "{value}", không phải là một ngày có thật trên lịch.',
    hint: 'Ghi theo dạng NĂM-THÁNG-NGÀY, ví dụ 2009-02-28; chỉ biết tháng thì ghi 2009-02, chỉ biết năm thì ghi "2009".',
  },
  'front-matter-missing': {
    message: 'Tệp không có phần lý lịch giữa hai dòng `---` ở đầu.',
    hint: 'Thêm phần lý lịch vào đầu tệp; xem docs/article-file.md, hoặc nhập lại bài bằng `khobao import`.',
  },
  'id-duplicate': {
    message: 'Mã bài "{id}" đã có ở tệp {other}.',
    hint: 'Mỗi bài một mã: giữ một tệp, tệp kia đổi tên và đổi trường `id` cho khớp.',
  },
  'id-invalid': {
    message: 'Mã bài "{id}" không đúng dạng <nguồn>/<năm>/<tên>.',
    hint: 'Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ bao-x/2009/gia-gao hoặc bao-x/undated/gia-gao.',
  },
  'id-path-mismatch': {
    message: 'Tệp này ghi mã bài "{id}", nhưng mã đó phải nằm ở {expected}.',
    hint: 'Chuyển tệp về đúng chỗ, hoặc sửa trường `id` cho khớp với chỗ của tệp.',
  },
  'record-field-invalid': {
    message: 'Trường `{field}` ghi {value}: {reason}.',
    hint: 'Sửa trường này; docs/article-file.md tả từng trường và giá trị được phép.',
  },
  'record-field-unknown': {
    message: 'Phần lý lịch có trường lạ `{field}`.',
    hint: 'Xem lại chính tả; docs/article-file.md liệt kê các trường. Trường không dùng thì bỏ đi.',
  },
  'yaml-invalid': {
    message: 'Không đọc được phần YAML: {reason}.',
    hint: 'Xem lại dấu hai chấm, dấu ngoặc kép và khoảng trắng đầu dòng; chữ có dấu hai chấm thì đặt trong ngoặc kép.',
  },
  'figure-attribute-unknown': {
    message: 'Hình có thuộc tính lạ `{value}`.',
    hint: 'Hình chỉ nhận `src` và `alt`; tác giả ảnh ghi trong chú thích bằng :credit[TÊN].',
  },
  'markdown-html': {
    message: 'Trong bài có mã HTML, sẽ không được hiển thị: {value}',
    hint: 'Viết lại bằng Markdown; docs/article-file.md tả các dạng được dùng.',
  },
  'markdown-unsupported': {
    message: 'Đoạn này không thuộc dạng nào mà kho hiểu được, nên bị bỏ qua: {value}',
    hint: 'Viết lại thành đoạn văn, tiêu đề, trích dẫn, danh sách, bảng hoặc hình; xem docs/article-file.md.',
  },
};
