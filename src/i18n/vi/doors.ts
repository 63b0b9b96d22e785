/** What feeds, the 404 page and reading offline say in Vietnamese. Numbers come already formatted. */
export const doors = {
  newestFeed: 'Bài mới nhất (Atom)',
  sourceFeed: (source: string, archive: string): string => `${source} · ${archive}`,
  sourceFeedLink: (source: string): string => `Bài mới nhất của ${source} (Atom)`,
  followNewest: 'Theo dõi bài mới bằng Atom',
  followSource: 'Theo dõi nguồn này bằng Atom',
  searchDescription: (archive: string): string => `Tìm trong ${archive}`,
  notFound: {
    /** `{words}` */
    search: 'Tìm “{words}”',
    searchPage: 'Sang trang tìm',
  },
  offline: {
    title: 'Đọc khi không có mạng',
    description: 'Giữ những trang đã xem trên máy của bạn để đọc lại khi không có mạng.',
    intro:
      'Bật mục này thì từ nay trình duyệt giữ lại những trang bạn xem và những phần chỉ mục mà ô tìm đã dùng, để khi mất mạng vẫn đọc và tìm lại được. Mọi thứ chỉ nằm trên máy này; kho không biết bạn giữ gì.',
    limit:
      'Trình duyệt giữ nhiều nhất {pages} trang xem gần đây, và có thể tự xóa khi máy đầy. Có mạng thì trang mới luôn thay trang cũ, và bài đã rút khỏi kho thì bản giữ ở đây cũng được bỏ.',
    scriptNeeded:
      'Mục này cần JavaScript; trình duyệt của bạn đang tắt. Đọc và xem theo danh mục thì không cần.',
    unsupported: 'Trình duyệt này không giữ được trang, hoặc địa chỉ đang xem không dùng https.',
    off: 'Chưa bật: trình duyệt không giữ gì của kho.',
    on: 'Đã bật.',
    /** `{pages}`, `{size}` */
    kept: 'Đang giữ {pages} trang, cả chữ, hình và chỉ mục là {size}.',
    turnOn: 'Giữ để đọc khi không có mạng',
    turnOff: 'Thôi giữ và xóa hết',
    empty: 'Xóa những gì đã giữ',
    emptied: 'Đã xóa. Từ nay trang nào bạn xem sẽ lại được giữ.',
    turnedOff: 'Đã tắt và xóa hết những gì đã giữ.',
    failed: 'Trình duyệt không cho giữ trang. Có thể máy đã đầy, hoặc bạn đang ở chế độ riêng tư.',
    list: 'Bài đang giữ',
    notKept: 'Bạn đang không có mạng, và trang vừa mở chưa được giữ trên máy này.',
    retry: 'Thử lại',
    keptIfAsked: 'Trình duyệt chỉ giữ trang của kho trên máy bạn khi chính bạn bật mục này:',
  },
};

export type DoorWords = typeof doors;
