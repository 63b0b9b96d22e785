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
    hint: 'Sửa trường này; docs/article-file.md (bài) và docs/settings.md (archive.yml, sources/, synonyms.yml) tả từng trường.',
  },
  'record-field-unknown': {
    message: 'Có trường lạ `{field}`.',
    hint: 'Xem lại chính tả; docs/article-file.md (bài) và docs/settings.md (archive.yml, sources/, synonyms.yml) liệt kê các trường. Trường không dùng thì bỏ đi.',
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
    hint: 'Kiểm tra quyền đọc và ổ đĩa; thiết bị, ống dẫn và socket không nhập được.',
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
  'mhtml-page-missing': {
    message: 'Tệp MHTML không chứa trang nào: không có phần nào là HTML.',
    hint: 'Mở tệp bằng trình duyệt đã lưu nó, rồi lưu lại trang ở dạng “Trang web, hoàn chỉnh” hoặc “một tệp duy nhất”.',
  },
  'not-an-article': {
    message: 'Không tìm thấy bài viết nào trong tệp này.',
    hint: 'Trang chủ, trang danh mục, trang tìm kiếm và trang lỗi không nhập được; nếu đúng là bài, hãy chép vào tệp .txt: dòng đầu là tiêu đề, bên dưới là lời bài.',
  },
  'text-cut': {
    message: 'Đã bỏ {count} dòng vì đó là phần của trang, không phải lời bài; dòng đầu tiên là "{text}".',
    hint: 'Nếu có dòng thuộc về bài, hãy chép lại vào tệp bài viết; bản gốc vẫn giữ nguyên toàn bộ.',
  },
  'text-for-machines': {
    message: 'Trang không hiện phần chữ nào; bài được lấy từ phần trang ghi cho máy đọc (`articleBody`).',
    hint: 'Đối chiếu với trang mở trong trình duyệt: có thể thiếu chú thích ảnh, tít xen và chỗ xuống dòng.',
  },
  'title-supplied': {
    message: 'Bài không có tiêu đề; đã đặt tạm theo câu đầu: "{title}".',
    hint: 'Có thể sửa trường `title`; giữ `titleSupplied: true` để trang web hiện tiêu đề trong [ngoặc vuông].',
  },
  'archive-locked': {
    message: 'Đang có một lượt khác ghi vào kho này (tiến trình {process}).',
    hint: 'Đợi lượt ấy xong. Nếu chắc chắn không có lượt nào đang chạy, hãy xóa tệp {file}.',
  },
  'article-missing': {
    message: 'Không có bài nào mang mã "{id}".',
    hint: 'Tìm mã bài bằng `khobao search`, hoặc xem trong thư mục articles/ của kho.',
  },
  'build-failed': {
    message: 'Không dựng được trang: {reason}',
    hint: 'Sửa các lỗi đã báo ở trên, nếu có; `--verbose` cho xem toàn bộ lời báo khi dựng. Trang cũ vẫn còn nguyên.',
  },
  'capture-altered': {
    message:
      'Bản chụp trong {file}, từ byte {offset}, không còn đúng như lúc lưu: mã SHA-256 là {found}, lý lịch ghi {expected}.',
    hint: 'Chép lại tệp {file} từ bản sao lưu hoặc từ một đợt phát hành trước. Không bao giờ sửa tệp trong captures/.',
  },
  'capture-missing': {
    message: 'Không thấy bản chụp {sha256} ở chỗ lý lịch ghi: {file}, từ byte {offset}.',
    hint: 'Chép lại tệp {file} từ bản sao lưu, hoặc nhập lại tệp gốc.',
  },
  'content-missing': {
    message: 'Không có kho nào ở {folder}.',
    hint: 'Chỉ đúng thư mục bằng `--content`, hoặc tạo kho mới bằng `khobao init`.',
  },
  'content-not-empty': {
    message: 'Thư mục {folder} không trống.',
    hint: 'Chọn một thư mục mới hoặc còn trống; thư mục này vẫn giữ nguyên.',
  },
  'disk-full': {
    message: 'Ổ đĩa đã đầy: chưa ghi được {file}.',
    hint: 'Dọn bớt ổ đĩa rồi chạy lại đúng lệnh ấy: những gì đã ghi vẫn giữ nguyên.',
  },
  'hand-edit-kept': {
    message: 'Bản mới giữ những trường thủ thư đã sửa ở bản trước: {fields}.',
    hint: 'Đối chiếu với bản chụp mới; muốn theo bản chụp thì sửa lại các trường ấy. Bản trước còn trong versions/.',
  },
  'id-suffixed': {
    message: 'Có bài khác trùng tiêu đề; mã bài "{former}" đổi thành "{id}".',
    hint: 'Không cần làm gì. Mã bài chỉ đổi khi bài chưa có trong đợt phát hành nào.',
  },
  'option-unused': {
    message: 'Bản chụp này đã có trong kho, thuộc {file}, nên {option} không có tác dụng.',
    hint: 'Sửa thẳng tệp ấy; hoặc xóa tệp ấy rồi nhập lại với {option}.',
  },
  'out-not-site': {
    message: 'Thư mục {folder} đang chứa thứ khác, không phải trang do Kho Báo dựng, nên được giữ nguyên.',
    hint: 'Cho `--out` một thư mục mới, thư mục trống, hoặc thư mục do `khobao build` tạo ra.',
  },
  'path-outside': {
    message: '{file} dẫn ra ngoài thư mục kho, nên không được đụng đến.',
    hint: 'Đặt chính các tệp ấy vào kho thay cho liên kết.',
  },
  'port-taken': {
    message: 'Cổng {port} đang được chương trình khác dùng.',
    hint: 'Chọn cổng khác bằng `--port`, hoặc `--port 0` để lấy cổng trống bất kỳ.',
  },
  'site-missing': {
    message: 'Trong {folder} chưa có trang đã dựng.',
    hint: 'Hãy dựng trang trước: `khobao build`.',
  },
  'source-id-invalid': {
    message: 'Tên tệp "{name}" không dùng làm mã nguồn được.',
    hint: 'Đổi tên tệp: chữ thường không dấu, chữ số và dấu gạch nối, ví dụ bao-x.yml.',
  },
  'source-missing': {
    message: 'Nguồn "{source}" chưa có tệp {expected}.',
    hint: 'Thêm tệp ấy (ít nhất một dòng `name: …`), hoặc sửa trường `source` của bài.',
  },
  'source-new': {
    message: 'Nguồn "{source}" mới gặp lần đầu; tệp của nguồn là {file}.',
    hint: 'Mở tệp ấy, ghi tên đầy đủ của tờ báo hoặc cổng thông tin. Biết rõ nguồn từ trước thì nhập với `--source MÃ`.',
  },
  'version-misplaced': {
    message: '{file} không phải phiên bản cũ của bài nào trong kho.',
    hint: 'Phiên bản cũ nằm ở versions/<mã bài>/<số>.md, đánh số từ 1. Chuyển tệp về đúng chỗ hoặc xóa đi.',
  },
  'write-failed': {
    message: 'Không ghi được {file}: {reason}.',
    hint: 'Kiểm tra quyền ghi của thư mục và ổ đĩa, rồi chạy lại đúng lệnh ấy.',
  },
  'page-too-deep': {
    message: 'Trang lồng các thẻ HTML quá sâu, không đọc được.',
    hint: 'Lưu lại trang bằng trình duyệt khác, hoặc chép lời bài vào tệp .txt rồi nhập.',
  },
};
