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
  'charset-unknown': {
    message: 'Không có bảng mã nào tên là "{charset}".',
    hint: 'Dùng tên như utf-8, utf-16le hoặc windows-1258; bỏ `--charset` thì chương trình tự nhận.',
  },
  'date-unknown': {
    message: 'Bài không ghi ngày đăng; ngày đăng để trống.',
    hint: 'Nếu biết ngày từ nơi khác, ghi vào trường `publishedAt` và đặt `publishedAtInferred: true`.',
  },
  'encoding-unknown': {
    message: 'Không nhận ra bảng mã của tệp: các byte không phải UTF-8 và tệp không tự khai bảng mã.',
    hint: 'Nhập lại với `--charset TÊN`, ví dụ `--charset windows-1258`.',
  },
  'file-binary': {
    message: 'Tệp chứa dữ liệu nhị phân, không phải văn bản.',
    hint: 'Kiểm tra xem tệp có bị đặt nhầm tên không; chỉ nhập được văn bản, HTML và JSON Lines.',
  },
  'file-empty': {
    message: 'Tệp rỗng.',
    hint: 'Lưu lại bản chụp rồi nhập lại, hoặc bỏ tệp này.',
  },
  'file-missing': {
    message: 'Không có tệp hay thư mục này.',
    hint: 'Xem lại đường dẫn; có dấu cách thì đặt trong ngoặc kép.',
  },
  'file-too-large': {
    message: 'Tệp hoặc dòng dài {size} byte, quá giới hạn {limit} byte cho một bài.',
    hint: 'Tách thành từng bài; tệp nhiều bài thì dùng dạng JSON Lines, mỗi dòng một bài.',
  },
  'file-unreadable': {
    message: 'Không đọc được tệp: {reason}.',
    hint: 'Kiểm tra quyền đọc và ổ đĩa; thiết bị, ống dẫn và ổ cắm mạng không nhập được.',
  },
  'folder-loop': {
    message: 'Liên kết này dẫn ngược về một thư mục chứa chính nó, nên không được đi theo.',
    hint: 'Xoá liên kết, hoặc trỏ nó ra ngoài thư mục đang nhập.',
  },
  'form-unsupported': {
    message: 'Chưa nhập được tệp dạng {form}.',
    hint: 'Chuyển sang văn bản, HTML hoặc JSON Lines rồi nhập lại.',
  },
  'gzip-damaged': {
    message: 'Tệp nén gzip bị hỏng hoặc bị cắt cụt sau dòng {line}.',
    hint: 'Các dòng trước đó đã được đọc; lấy lại tệp gốc rồi nhập lại để có phần còn lại.',
  },
  'json-field-invalid': {
    message: 'Trường `{field}` của dòng JSON thiếu hoặc không đúng kiểu.',
    hint: 'Mỗi dòng cần `title` là chuỗi và `body` là danh sách các đoạn (chuỗi); các trường khác có thể bỏ.',
  },
  'json-invalid': {
    message: 'Dòng này không phải là một đối tượng JSON.',
    hint: 'Mỗi dòng của tệp JSON Lines phải là một đối tượng trọn vẹn, ví dụ {"title": "…", "body": ["…"]}.',
  },
  'not-an-article': {
    message: 'Không tìm thấy bài viết nào trong trang này.',
    hint: 'Trang chủ, trang danh mục, trang tìm kiếm và trang lỗi không nhập được; nếu đúng là bài, hãy chép lời bài vào tệp .txt.',
  },
  'title-supplied': {
    message: 'Bài không có tiêu đề; đã đặt tạm theo câu đầu: "{title}".',
    hint: 'Có thể sửa trường `title`; giữ `titleSupplied: true` để trang web hiện tiêu đề trong [ngoặc vuông].',
  },
};
