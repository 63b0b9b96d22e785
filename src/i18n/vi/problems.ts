import type { ProblemCode } from '../../problem/severities.ts';

/** Message and mending of every problem, in Vietnamese. `{name}` stands for a value of the problem. */
export const problems: Record<ProblemCode, { message: string; hint: string }> = {
  'date-invalid': {
    message: 'Trường `{field}`{of} ghi "{value}", {reason}.',
    hint: '{advice}',
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
    hint: 'Sửa trường này; docs/article-file.md (bài), docs/settings.md (archive.yml, sources/, synonyms.yml) và docs/import-forms.md (tệp ghép trường) tả từng trường.',
  },
  'record-field-unknown': {
    message: 'Có trường lạ `{field}`.',
    hint: 'Xem lại chính tả; docs/article-file.md (bài), docs/settings.md (archive.yml, sources/, synonyms.yml) và docs/import-forms.md (tệp ghép trường) liệt kê các trường. Trường không dùng thì bỏ đi.',
  },
  'yaml-invalid': {
    message: 'Không đọc được phần YAML: {reason}.',
    hint: 'Xem lại dấu hai chấm, dấu ngoặc kép và khoảng trắng đầu dòng; chữ có dấu hai chấm thì đặt trong ngoặc kép.',
  },
  'export-empty': {
    message: 'Trong {folder} không có bài nào đang hiện cho bạn đọc, nên không có gì để xuất.',
    hint: 'Kho OAI-PMH phải có ít nhất một biểu ghi. Hãy nhập bài vào kho trước.',
  },
  'export-record-left-out': {
    message:
      'Không lấy theo được bản ghi ở vị trí {offset} của {file}: bản ghi dài hơn {limit} byte, trong tệp WARC nén liền một khối.',
    hint: 'Không bài nào dựa vào bản ghi này. Muốn có trong tệp xuất, hãy dùng công cụ khác nén lại WARC theo từng bản ghi rồi nhập vào kho.',
  },
  'export-setting-missing': {
    message: 'Kho chưa ghi `{field}`, mục mà kho OAI-PMH nào cũng phải có; tạm ghi {used}.',
    hint: 'Điền `{field}` trong archive.yml rồi xuất lại, trước khi trao tệp cho nơi khác.',
  },
  'export-target-foreign': {
    message: 'Ở {path} đã có thứ khác, không phải tệp xuất lần trước.',
    hint: 'Chọn chỗ khác bằng --to, hoặc dời thứ đang có đi.',
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
  'charset-guessed': {
    message:
      'Không có khai báo bảng mã nào tin được; chữ đã được đọc theo bảng mã {charset}, khả năng đúng {percent}%.',
    hint: 'Đọc lại bài đã nhập; nếu chữ sai thì hoàn lại lần nhập (`khobao undo`) rồi nhập lại với `--charset TÊN`. Xem docs/encodings.md.',
  },
  'charset-unknown': {
    message: 'Không có bảng mã nào tên là "{charset}".',
    hint: 'Dùng tên như utf-8, windows-1258, tcvn3, vni, viscii, vps hoặc viqr; bỏ `--charset` thì chương trình tự nhận.',
  },
  'date-unknown': {
    message: 'Bài không ghi ngày đăng; ngày đăng để trống.',
    hint: 'Nếu biết ngày từ nơi khác, ghi vào trường `publishedAt` và đặt `publishedAtInferred: true`.',
  },
  'encoding-unknown': {
    message:
      'Không nhận ra bảng mã của tệp: các byte không phải UTF-8, tệp không tự khai bảng mã, và đọc theo bảng mã cũ nào cũng không ra chữ Việt.',
    hint: 'Nhập lại với `--charset TÊN`, ví dụ `--charset tcvn3`; docs/encodings.md kể các tên.',
  },
  'file-binary': {
    message: 'Tệp chứa dữ liệu nhị phân, không phải văn bản.',
    hint: 'Kiểm tra xem tệp có bị đặt nhầm tên không. Nhập được văn bản, HTML, MHTML, WARC, WACZ, JSON Lines, CSV, RSS, Atom và bản xuất WordPress.',
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
    hint: 'Xóa liên kết, hoặc trỏ nó ra ngoài thư mục đang nhập.',
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
  'columns-unknown': {
    message:
      'Không cột nào trong bảng được nhận ra là trường `{field}` của bài. Các cột có trong bảng: {columns}.',
    hint: 'Viết một tệp ghép trường, chỉ rõ trường nào lấy từ cột nào (docs/import-forms.md có mẫu), rồi nhập với `--fields TỆP`.',
  },
  'csv-quotes-broken': {
    message: 'Dấu ngoặc kép của dòng này không đóng, hoặc có chữ đứng sau dấu đóng.',
    hint: 'Trong ô đặt giữa hai dấu ngoặc kép, mỗi dấu ngoặc kép của lời văn phải viết thành hai (""); hoặc xuất lại bảng. Các dòng khác vẫn được đọc.',
  },
  'csv-row-uneven': {
    message: 'Dòng này có {found} ô, trong khi bảng có {expected} cột.',
    hint: 'Xem có ô nào chứa dấu phân cách hay chỗ xuống dòng mà không đặt trong ngoặc kép; sửa dòng ấy, hoặc xuất lại bảng.',
  },
  'text-missing': {
    message: 'Ở đây không có lời bài, chỉ có mục tin{reason}.',
    hint: '{advice}',
  },
  'list-of-addresses': {
    message: 'Đây là danh sách {count} địa chỉ, đầu tiên là {first}, không có lời bài.',
    hint: 'Cho trình thu thập web lưu các trang theo danh sách địa chỉ này, rồi nhập tệp WARC hoặc WACZ mà nó tạo ra.',
  },
  'xml-cut-short': {
    message: 'Tệp XML hết giữa chừng, ngay trong mục bắt đầu từ dòng {line}.',
    hint: 'Các mục trước đó đã được đọc; lấy lại tệp gốc rồi nhập lại để có phần còn lại.',
  },
  'not-an-article': {
    message: 'Không tìm thấy bài viết nào {reason}.',
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
  'article-not-withdrawn': {
    message: 'Bài "{id}" không ở tình trạng đã rút, nên không có gì để cho hiện lại.',
    hint: 'Xem lại mã bài; các bài đã rút có ở trang /da-rut/ và trong `khobao show`.',
  },
  'article-withdrawn': {
    message: 'Bài "{id}" đã được rút từ trước ({date}): {reason}',
    hint: 'Không có gì thay đổi. Muốn ghi lý do khác thì cho bài hiện lại bằng `khobao restore`, rồi rút lại.',
  },
  'changed-since': {
    message: 'Tệp {file} đã thay đổi kể từ lần nhập {run}, nên không hoàn tác lần nhập ấy được.',
    hint: 'Chưa có gì thay đổi. Muốn hoàn tác thì trả tệp này về như khi nhập xong (bài đã rút thì cho hiện lại bằng `khobao restore`), hoặc chép phần sửa tay ra chỗ khác.',
  },
  'edited-since': {
    message: 'Tệp {file} đã được sửa sau lần nhập {run}, nên giữ nguyên.',
    hint: 'Nếu không cần nữa thì tự xóa tệp này.',
  },
  'import-missing': {
    message: 'Nhật ký của kho {folder} không còn lần nhập nào để hoàn tác.',
    hint: 'Chỉ hoàn tác được những lần nhập có ghi trong log/; xem lại --content.',
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
  'content-not-archive': {
    message: 'Thư mục {folder} không phải là một kho.',
    hint: 'Chỉ đúng thư mục kho bằng `--content`. Muốn lập kho mới thì chọn thư mục mới hoặc còn trống: `khobao init`.',
  },
  'content-not-empty': {
    message: 'Thư mục {folder} không trống.',
    hint: 'Chọn một thư mục mới hoặc còn trống; thư mục này vẫn giữ nguyên.',
  },
  'disk-full': {
    message: 'Ổ đĩa đã đầy: chưa ghi được {file}.',
    hint: 'Dọn bớt ổ đĩa rồi chạy lại đúng lệnh ấy: những gì đã ghi vẫn giữ nguyên.',
  },
  'hand-edit-beside': {
    message:
      'Trang gốc đã đổi, nhưng nội dung bài trong kho đã được sửa tay, nên tệp của bài giữ nguyên; bản đọc mới đặt bên cạnh, trong {folder}.',
    hint: 'Đối chiếu hai bản rồi tự chép vào tệp của bài những gì cần. Bạn đọc thấy cả hai phiên bản.',
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
  'snapshot-invalid': {
    message: 'Tệp này không phải bản ghi đợt phát hành dùng được (`{part}`: {reason}).',
    hint: 'Đừng sửa tay. Lấy lại tệp từ bản sao của kho, hoặc từ `phat-hanh/<ngày>/snapshot.json` trong bản phát hành ngày ấy; bản chép thừa thì bỏ đi.',
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
  'source-unknown': {
    message: 'Không có gì cho biết bài lấy từ nguồn nào; bài được xếp vào nguồn "{source}".',
    hint: 'Nếu biết nguồn, hoàn tác lần nhập này bằng `khobao undo` rồi nhập lại với `--source MÃ`.',
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
  'reading-too-costly': {
    message: 'Đọc trang này cần hơn {megabytes} MB bộ nhớ, nên trang không được đọc.',
    hint: 'Các trang còn lại vẫn được đọc. Chép lời bài vào tệp .txt rồi nhập tệp ấy.',
  },
  'warc-damaged': {
    message:
      'Từ byte {offset} không có bản ghi WARC nào nguyên vẹn: dữ liệu hỏng, hoặc độ dài ghi trong bản ghi không đúng.',
    hint: 'Các bản ghi đọc được ở phía sau vẫn đã được đọc. Hãy lấy lại tệp từ nơi lưu gốc rồi nhập lại: bài nào đã có sẽ được báo là đã có.',
  },
  'warc-truncated': {
    message: 'Tệp bị đứt giữa chừng, trong bản ghi WARC bắt đầu từ byte {offset}.',
    hint: 'Các bản ghi phía trước đã được đọc. Hãy lấy lại tệp đầy đủ rồi nhập lại: bài nào đã có sẽ được báo là đã có.',
  },
  'payload-cut': {
    message: 'Trang không trọn vẹn: {reason}.',
    hint: 'Đối chiếu phần cuối bài với một bản khác, hoặc lấy lại tệp gốc rồi nhập lại; phần đầu vẫn đúng như lúc chụp.',
  },
  'content-coding-unknown': {
    message: 'Trang được nén theo kiểu không nhận ra: "{coding}".',
    hint: 'Các kiểu đọc được là gzip, deflate, br và zstd. Hãy tự giải nén trang rồi nhập ở dạng HTML.',
  },
  'content-damaged': {
    message: 'Không giải nén được trang trong bản ghi này ({coding}): dữ liệu bị hỏng.',
    hint: 'Bản ghi vẫn nằm nguyên trong tệp WARC. Hãy tìm một bản khác của trang.',
  },
  'revisit-unresolved': {
    message:
      'Bản ghi ở byte {offset} cho biết {url} giống một lần chụp trước, nhưng lần chụp ấy không có trong các tệp đưa vào.',
    hint: 'Nhập cùng lúc với tệp WARC chứa lần chụp trước: `khobao import a.warc.gz b.warc.gz`.',
  },
  'wacz-damaged': {
    message: 'Không đọc được tệp WACZ như một tệp zip: {reason}.',
    hint: 'Hãy lấy lại tệp. Cũng có thể dùng công cụ sửa zip để lấy các tệp WARC bên trong rồi nhập riêng.',
  },
  'wacz-path-unsafe': {
    message: 'Tệp WACZ có một mục mang đường dẫn chui ra ngoài: "{path}". Không đọc gì trong tệp này.',
    hint: 'Công cụ tử tế không bao giờ ghi đường dẫn như vậy. Nếu tin tệp này, hãy tự giải nén rồi nhập các tệp WARC trong thư mục `archive`.',
  },
  'wacz-datapackage-invalid': {
    message: 'Tệp WACZ không có `datapackage.json` đọc được, nên không đối chiếu được các tệp bên trong.',
    hint: '{advice}',
  },
  'wacz-file-missing': {
    message: '`datapackage.json` có ghi {path}, nhưng trong tệp WACZ không có.',
    hint: 'Phần còn lại đã được đọc. Hãy lấy lại tệp, hoặc hỏi nơi làm ra nó.',
  },
  'wacz-hash-wrong': {
    message: '{path} không khớp với `datapackage.json`: mã băm là {found}, danh mục ghi {expected}.',
    hint: 'Tệp vẫn được đọc. Hãy lấy lại tệp WACZ, hoặc hỏi nơi làm ra nó xem có bị sửa không.',
  },
  'wacz-index-wrong': {
    message: 'Chỉ mục của tệp WACZ có {count} dòng không trỏ tới bản ghi nào, dòng đầu tiên là của {url}.',
    hint: 'Các bản ghi được đọc trực tiếp, không qua chỉ mục, nên không mất gì.',
  },
  'wacz-page-missing': {
    message: 'Tệp WACZ liệt kê {count} trang mà không bản ghi nào chứa, trang đầu tiên là {url}.',
    hint: 'Hãy tìm các trang ấy ở nơi làm ra tệp WACZ, hoặc nhập tệp WARC có chứa chúng.',
  },
  'unpacked-too-large': {
    message: '{path} bung ra quá {limit} byte, lớn hơn nhiều so với kích thước nén: không đọc tiếp nữa.',
    hint: 'Nếu chắc đây là tệp lành, hãy tự giải nén rồi nhập những gì bên trong.',
  },
  'warc-altered': {
    message: '{file} không còn là tệp đã nhập: mã SHA-256 là {found}, chỉ mục ghi {expected}.',
    hint: 'Chép lại tệp từ bản sao lưu hoặc từ một đợt phát hành trước. Không bao giờ sửa tệp trong captures/.',
  },
  'bag-invalid': {
    message: 'Không đọc được {file}: đây không phải là một túi BagIt.',
    hint: 'Chỉ đúng thư mục có tệp `bagit.txt`, ví dụ bags/2026-11-22.',
  },
  'bag-oxum-wrong': {
    message: '`Payload-Oxum` ghi {told}, nhưng các tệp của túi là {found} (số byte, số tệp).',
    hint: 'Lấy lại `bag-info.txt` từ một bản sao khác của túi.',
  },
  'manifest-file-added': {
    message: 'Bảng kê không có tệp {file}.',
    hint: 'Xem tệp này từ đâu ra; không phải của đợt phát hành thì chuyển đi nơi khác.',
  },
  'manifest-file-altered': {
    message: '{file} đã bị thay đổi: SHA-256 là {found}, bảng kê ghi {expected}.',
    hint: 'Lấy lại tệp này từ một bản sao khác, rồi chạy lại `khobao verify`.',
  },
  'manifest-file-missing': {
    message: 'Thiếu tệp {file} mà bảng kê có ghi.',
    hint: 'Lấy lại tệp này từ một bản sao khác, rồi chạy lại `khobao verify`.',
  },
  'manifest-line-invalid': {
    message: 'Dòng này của bảng kê {file} không đọc được, hoặc chỉ ra ngoài thư mục.',
    hint: 'Mỗi dòng gồm một mã SHA-256 và một đường dẫn bên trong thư mục. Lấy lại bảng kê từ một bản sao khác.',
  },
  'manifest-missing': {
    message: 'Không có bảng kê {file}.',
    hint: 'Thiếu bảng kê thì không đối chiếu được. Lấy lại bảng kê từ một bản sao khác.',
  },
  'publish-folder-foreign': {
    message: 'Thư mục {folder} đang chứa thứ khác, không phải các đợt phát hành.',
    hint: 'Chọn một thư mục trống hoặc chưa có; bên trong sẽ có releases/, bags/ và site.',
  },
  'folders-overlap': {
    message: 'Hai thư mục {folder} và {content} nằm lồng trong nhau.',
    hint: 'Chọn một thư mục nằm ngoài thư mục kia.',
  },
  'publish-locked': {
    message: 'Thư mục này đang có lệnh phát hành khác chạy (tiến trình {process}).',
    hint: 'Đợi lệnh ấy xong rồi chạy lại. Nếu không còn lệnh nào chạy, xóa tệp {file}.',
  },
  'sign-failed': {
    message: 'Không ký được bằng khóa {key}: {reason}',
    hint: 'Kiểm tra khóa: phải là khóa riêng SSH hoặc minisign, và máy phải có `ssh-keygen` hoặc `minisign`. Chưa có gì thay đổi.',
  },
  'signature-wrong': {
    message: 'Chữ ký {file} không khớp: {reason}',
    hint: 'Chữ ký phải do một khóa trong tệp người ký tạo ra, trên đúng bảng kê này. Lấy lại cả hai từ một bản sao khác.',
  },
  'snapshot-differs': {
    message: 'Nội dung vẫn như đợt phát hành {date}, nhưng trang dựng lại không giống: {file} đã khác.',
    hint: 'Chương trình hoặc thiết lập đã đổi từ đó. Phát hành với ngày mới (`--date`), hoặc dùng đúng phiên bản chương trình {version}.',
  },
  'snapshot-exists': {
    message: 'Đã có đợt phát hành ngày {date}, với nội dung khác.',
    hint: 'Mỗi ngày một đợt, và đợt đã phát hành thì không đổi. Phát hành với ngày khác: `--date NĂM-THÁNG-NGÀY`.',
  },
  'snapshot-misplaced': {
    message: 'Trong {folder} lại là đợt phát hành {found}.',
    hint: 'Thư mục phải mang tên ngày của đợt nằm trong đó. Xem có phải hai thư mục bị đổi chỗ không, rồi đặt lại đúng tên.',
  },
  'snapshot-none': {
    message: 'Không có đợt phát hành nào trước đợt đang đăng.',
    hint: '`--back` chỉ trở về được một đợt còn trong releases/.',
  },
  'snapshot-older': {
    message: 'Ngày {date} ở trước đợt phát hành gần nhất, {last}.',
    hint: 'Xem lại đồng hồ của máy, hoặc ghi ngày phát hành: `--date NĂM-THÁNG-NGÀY`.',
  },
  'verify-nothing': {
    message: '{folder} không phải là thư mục phát hành, đợt phát hành hay túi BagIt nào.',
    hint: 'Chỉ thư mục đã ghi ở `khobao publish --to`, hoặc một thư mục trong releases/ hay bags/ của nó.',
  },
  'content-link': {
    message: '{file} không phải tệp thường mà là liên kết hoặc thiết bị: túi lưu sẽ thiếu nó.',
    hint: 'Đặt chính tệp hoặc thư mục ấy vào chỗ của liên kết, hoặc bỏ nó đi.',
  },
  'content-changed': {
    message: 'Tệp {file} đã thay đổi trong lúc đang phát hành.',
    hint: 'Đừng sửa kho khi đang phát hành. Chạy lại lệnh này; chưa có gì được đăng.',
  },
  'snapshot-chain-broken': {
    message: 'Đợt phát hành {date} nối vào đợt {named} với một mã SHA-256 khác; đợt trước nó là {before}.',
    hint: 'Có tệp trong snapshots/ bị thay đổi, bị bỏ hoặc thêm vào. Lấy lại các tệp ấy từ một bản lưu khác.',
  },
  'archive-itself': {
    message: 'Kho {folder} chính là kho đang nhận bài: không thể nhập một kho vào chính nó.',
    hint: 'Muốn gộp kho này vào một kho khác, hãy chỉ kho kia bằng --content.',
  },
  'markdown-too-deep': {
    message: 'Lời bài lồng trích dẫn, danh sách hay khối hình vào nhau quá sâu, không đọc được.',
    hint: 'Sửa tệp ở kho kia: bỏ bớt các dấu >, - hoặc ::: lồng nhau, rồi nhập lại.',
  },
  'merge-differs': {
    message:
      'Bài này đã có trong kho ({id}), nhưng ở kho kia tệp khác ở: {fields}. Tệp trong kho giữ nguyên.',
    hint: 'Đặt hai tệp cạnh nhau; chỗ nào kho kia đúng hơn thì sửa tay vào tệp trong kho, bài bị rút thì dùng `khobao withdraw`.',
  },
  'merge-setting-kept': {
    message: '{file} khác với {own} của kho này; tệp của kho này giữ nguyên.',
    hint: 'Nếu tệp kia có gì đúng hơn, hãy chép bằng tay.',
  },
  'image-cut': {
    message: '{count} ảnh trong bài bị cụt, không lấy: {images}.',
    hint: 'Lưu lại trang cho đủ ảnh rồi nhập lại. Chú thích ảnh vẫn còn trong bài.',
  },
  'image-file-missing': {
    message: 'Không thấy tệp ảnh `{src}`.',
    hint: 'Chép lại tệp từ bản sao lưu, hoặc bỏ `src` của hình; chú thích vẫn đứng được một mình.',
  },
  'image-form': {
    message: '{count} ảnh trong bài không phải JPEG, PNG, GIF, WebP hay AVIF, không lấy: {images}.',
    hint: 'Không cần làm gì: chú thích ảnh vẫn còn trong bài, tệp gốc vẫn nằm trong bản chụp. SVG không được coi là ảnh.',
  },
  'image-missing': {
    message: '{count} ảnh trong bài không có trong những gì được nhập: {images}.',
    hint: 'Nếu có các ảnh ấy (thư mục đi kèm trang, tệp WARC khác), hãy nhập cùng với trang. Chú thích ảnh vẫn còn trong bài.',
  },
  'image-too-large': {
    message: '{count} ảnh trong bài quá lớn, không lấy: {images}.',
    hint: 'Mỗi ảnh tối đa 20 MB và 50 triệu điểm ảnh, mỗi bài tối đa 64 MB ảnh. Chú thích ảnh vẫn còn trong bài.',
  },
  'image-unused': {
    message: 'Không bài nào dùng ảnh {file}.',
    hint: 'Có thể để yên, hoặc xóa đi.',
  },
  'image-altered': {
    message:
      '{file} có mã SHA-256 {found}, trong khi tên tệp ghi {expected}: ảnh đã bị thay đổi hoặc hư hỏng.',
    hint: 'Lấy lại ảnh từ một bản lưu khác của kho; chú thích ảnh vẫn còn trong bài.',
  },
  'csv-rows-unusable': {
    message: 'Đã gặp liền {count} dòng không khớp với các cột của bảng; phần còn lại của tệp không đọc nữa.',
    hint: 'Có lẽ tệp hỏng từ chỗ này, hay dùng dấu ngăn cách khác. Xuất lại tệp từ chương trình gốc rồi nhập lại; những dòng trước đó đã được đọc.',
  },
};
