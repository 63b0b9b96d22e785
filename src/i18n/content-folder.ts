/** The files of a new content folder. They are the librarian's from then on, so each speaks both languages. */

/** `archive.yml` */
export const archiveYml = `# Thiết lập của kho. Bỏ dấu # ở đầu dòng để dùng một thiết lập.
# The archive's settings. Remove the # at the start of a line to use a setting.

# Tên kho, hiện ở đầu mọi trang. / The archive's name, at the top of every page.
name: Kho Báo

# Địa chỉ mà kho sẽ được đăng. / The address where the archive will be published.
# site: https://khobao.example

# Vài lời giới thiệu. / A few words about the archive.
# description:
#   vi: Kho lưu các bài báo về huyện nhà.
#   en: An archive of press articles about our district.

# Nơi nhận tin báo lỗi và yêu cầu rút bài. / Who answers faults and requests for withdrawal.
# contact: thuthu@khobao.example

# Bản quyền. / Rights.
# rights:
#   vi: Bản quyền thuộc các báo và tác giả; lưu để tra cứu, nghiên cứu.
#   en: Copyright stays with the newspapers and authors; kept for research.
`;

/** `synonyms.yml` */
export const synonymsYml = `# Từ viết tắt mà bạn đọc hay gõ, mỗi dòng một từ; tra cứu hiểu cả hai chiều.
# Abbreviations that readers type, one a line; the search reads them both ways.
UBND: Ủy ban nhân dân
HĐND: Hội đồng nhân dân
MTTQ: Mặt trận Tổ quốc
TP.HCM: Thành phố Hồ Chí Minh
`;

/** `README.md`; `option` is what each command has to be told where this folder is not called `content`. */
export const printReadme = (option: string): string => `# Kho của bạn

Thư mục này là toàn bộ kho: chỉ gồm tệp văn bản, mở được bằng bất cứ trình soạn thảo nào.

| chỗ | chứa gì |
|---|---|
| \`archive.yml\` | tên kho, địa chỉ, nơi liên hệ: nên sửa ngay |
| \`sources/\` | mỗi tờ báo, tạp chí hoặc cổng thông tin một tệp |
| \`articles/\` | mỗi bài một tệp: phần lý lịch giữa hai dòng \`---\`, rồi đến nội dung. Sửa tay được |
| \`captures/\` | bản chụp: đúng từng byte như lúc lấy về. **Đừng bao giờ sửa hay xóa** |
| \`versions/\` | các phiên bản cũ của những bài đã thay đổi |
| \`log/\` | nhật ký: mỗi lần nhập, rút hay cho hiện lại một tệp. Đừng sửa |
| \`synonyms.yml\` | từ viết tắt dùng khi tra cứu |
| \`places.yml\` | các tỉnh, thành và huyện, quận mà chương trình nhận ra trong bài |

Việc hằng ngày, gõ trong thư mục của chương trình:

1. \`npx khobao import <tệp hoặc thư mục>${option}\`: nhập bài. Nhập lại tệp cũ không làm thay đổi gì.
2. \`npx khobao check${option}\`: soát kho. Lời báo nói rõ tệp nào, dòng nào và cách sửa.
3. \`npx khobao build${option}\` rồi \`npx khobao serve\`: dựng trang và xem thử trên máy mình.

Tệp bị từ chối vẫn nằm nguyên chỗ cũ. Chỗ nào chương trình suy ra chứ bài không ghi thì đều được đánh dấu.

# Your archive

This folder is the whole archive: plain text files that any editor opens.

| place | what it holds |
|---|---|
| \`archive.yml\` | the archive's name, address and contact: edit it first |
| \`sources/\` | one file for each newspaper, magazine or portal |
| \`articles/\` | one file for each article: a record between two lines \`---\`, then the text. You may edit them |
| \`captures/\` | the captures: byte for byte as they were obtained. **Never edit or delete them** |
| \`versions/\` | former versions of articles that changed |
| \`log/\` | the log: one file for each import, withdrawal and restoration. Leave it as it is |
| \`synonyms.yml\` | abbreviations for the search |
| \`places.yml\` | the provinces, cities and districts that an import finds in articles |

Everyday work, typed in the folder of the program:

1. \`npx khobao import <file or folder>${option}\` brings articles in. Importing the same again changes nothing.
2. \`npx khobao check${option}\` looks the archive over. It tells the file, the line, and how to mend it.
3. \`npx khobao build${option}\`, then \`npx khobao serve\`: builds the site and shows it on your machine.

Refused files stay where they were. What the program inferred is marked as inferred.
`;
