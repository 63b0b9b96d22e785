/** What the pages of snapshots say in Vietnamese. Numbers and dates come already formatted. */
export const snapshots = {
  title: 'Đợt phát hành',
  description:
    'Mỗi đợt phát hành là toàn bộ kho như đã công bố vào một ngày, kèm mã SHA-256 của từng tệp. Ai giữ một bản sao cũng có thể tự kiểm tra, bằng công cụ thông dụng và không cần hỏi ai, rằng bản ấy đúng là những gì kho đã công bố.',
  none: 'Kho chưa phát hành đợt nào.',
  caption: 'Các đợt phát hành, mới nhất đứng đầu',
  columns: { date: 'Ngày', articles: 'Số bài', withdrawn: 'Đã rút', changes: 'So với đợt trước' },
  first: 'Đợt đầu tiên',
  unchanged: 'Không đổi',
  count: {
    added: (n: string): string => `thêm ${n}`,
    changed: (n: string): string => `đổi ${n}`,
    withdrawn: (n: string): string => `rút ${n}`,
    restored: (n: string): string => `hiện lại ${n}`,
    removed: (n: string): string => `bỏ ${n}`,
  },
  one: (date: string): string => `Đợt phát hành ${date}`,
  oneDescription: (date: string): string =>
    `Kho như đã công bố ngày ${date}: số liệu, thay đổi so với đợt trước và cách tự kiểm tra.`,
  current: 'Trang bạn đang đọc thuộc chính đợt phát hành này.',
  all: 'Xem mọi đợt phát hành',
  facts: 'Số liệu',
  date: 'Ngày phát hành',
  software: 'Phần mềm',
  softwareVersion: (version: string): string => `Kho Báo, phiên bản ${version}`,
  articles: 'Bài cho đọc',
  withdrawn: 'Bài đã rút',
  versions: 'Phiên bản cũ',
  sources: 'Nguồn',
  captures: 'Bản chụp',
  previous: 'Đợt trước',
  next: 'Đợt sau',
  noPrevious: 'không có, đây là đợt đầu tiên',
  changes: 'Thay đổi so với đợt trước',
  firstChanges: 'Nội dung đợt đầu tiên',
  idsOnly: 'Bài đã rút hoặc không còn trong kho thì chỉ ghi mã bài.',
  kinds: {
    added: (n: string): string => `Bài mới (${n})`,
    changed: (n: string): string => `Bài có thay đổi (${n})`,
    withdrawn: (n: string): string => `Bài đã rút (${n})`,
    restored: (n: string): string => `Bài cho hiện lại (${n})`,
    removed: (n: string): string => `Bài không còn tệp (${n})`,
  },
  more: (n: string): string => `Còn ${n} bài nữa; tệp snapshot.json ghi đủ.`,
  proof: 'Tự kiểm tra',
  checkHere:
    'Chép trọn bản phát hành này về máy, mở cửa sổ dòng lệnh tại thư mục ấy rồi gõ lệnh dưới đây. Tệp nào thiếu hay bị sửa thì lệnh gọi đúng tên tệp.',
  checkCopy:
    'Có bản sao của đợt này thì mở cửa sổ dòng lệnh tại thư mục ấy rồi gõ lệnh dưới đây. Tệp nào thiếu hay bị sửa thì lệnh gọi đúng tên tệp.',
  checkMac: 'Trên macOS, gõ shasum -a 256 thay cho sha256sum.',
  verify: 'Phần mềm Kho Báo còn chỉ ra tệp lạ, và đối chiếu từng bài với bản chụp đã dùng:',
  verifyFolder: 'THƯ-MỤC',
  chain:
    'Trong snapshot.json có mã SHA-256 của đợt trước, nên giữ được mã của một đợt là kiểm tra được đợt ấy và mọi đợt trước nó. Lệnh sau in mã của đợt này:',
  chainKnown: 'Mã in ra phải đúng là:',
  laterWithdrawn: (file: string): string =>
    `Bài rút sau ngày này thì trong bản phát hành chỉ còn lời báo; ${file} ghi bài nào, vì sao và những tệp nào đã đổi.`,
  fileText: {
    snapshot: 'số liệu, thay đổi và mã SHA-256 của từng tệp',
    manifest: 'bảng kê mà lệnh trên dùng',
  },
};

export type SnapshotWords = typeof snapshots;
