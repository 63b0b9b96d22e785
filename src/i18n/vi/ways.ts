/** The ways into the archive in Vietnamese. Numbers come already formatted. */
export const ways = {
  menu: { open: 'Danh mục', close: 'Đóng' },
  allSources: 'Tất cả các nguồn',
  latestSnapshot: 'Đợt phát hành mới nhất',
  allSnapshots: 'Tất cả các đợt phát hành',
  charts: {
    byYear: 'Số bài theo năm',
    decade: (first: string, last: string): string => (first === last ? first : `${first}–${last}`),
  },
  calendar: {
    title: 'Lịch trong năm',
    weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    month: (month: string): string => `Tháng ${month}`,
    day: (day: string, articles: string): string => `Ngày ${day}: ${articles}`,
    entry: (day: string, articles: string): string => `${day}: ${articles}`,
    dayHeading: (weekday: string, day: string): string => `${weekday}, ngày ${day}`,
    dayUnknown: 'Không rõ ngày',
    monthUnknown: 'Không rõ tháng',
    yearUnknown: 'Không rõ năm',
    none: 'Không có bài.',
    noneIn: (months: readonly string[]): string => `Tháng ${months.join(', ')} không có bài.`,
  },
  source: {
    kind: 'Loại',
    years: 'Có bài trong kho',
    span: (first: string, last: string): string =>
      first === last ? `năm ${first}` : `từ năm ${first} đến năm ${last}`,
    rights: 'Quyền',
    withdrawal: 'Báo lỗi, xin rút bài',
  },
  document: { name: 'Tên đầy đủ', issuer: 'Cơ quan ban hành', date: 'Ngày ban hành' },
  letters: {
    title: 'Bài từ A đến Z',
    description: 'Mọi bài trong kho, xếp theo chữ cái đầu của tiêu đề.',
    label: 'Chữ cái đầu',
    browse: 'Xem từ A đến Z',
    digits: '0–9',
    digitsName: 'chữ số',
    other: '#',
    otherName: 'ký hiệu khác',
    entry: (letter: string, articles: string): string => `${letter}: ${articles}`,
    one: (letter: string): string => `Bài từ A đến Z: ${letter}`,
    oneDescription: (letter: string): string => `Các bài có tiêu đề bắt đầu bằng ${letter}.`,
    none: 'Kho chưa có bài nào.',
  },
  ranges: {
    label: 'Đến thẳng một trang',
    page: (page: string, from: string, to: string): string =>
      from === to ? `Trang ${page}: ${from}` : `Trang ${page}: ${from} – ${to}`,
  },
  days: {
    title: 'Ngày này năm xưa',
    description: 'Chọn một ngày để xem những bài đăng đúng ngày ấy của mọi năm.',
    month: (month: string): string => `Tháng ${month} qua các năm`,
    monthDescription: (month: string): string =>
      `Các bài đăng trong tháng ${month} của mọi năm, xếp theo ngày.`,
    heading: (day: string, month: string): string => `Ngày ${day} tháng ${month}`,
    neighbours: 'Các tháng liền kề',
    calendar: 'Mở lịch 366 ngày',
    today: (day: string): string => `Hôm nay, ${day}`,
    nearest: (day: string): string => `Ngày gần nhất có bài: ${day}`,
    all: (articles: string): string => `Xem cả ${articles}`,
    none: 'Chưa có bài nào trong kho rõ ngày đăng.',
  },
};

export type WayWords = typeof ways;
