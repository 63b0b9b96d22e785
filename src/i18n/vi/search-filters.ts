import type { SearchFilterWords } from '../search-filter-words.ts';

/** What the filters of the search page say, in Vietnamese. */
export const searchFilters: SearchFilterWords = {
  chart: {
    label: 'Bài tìm được theo thời gian',
    hint: 'Bấm một cột để lọc, kéo qua nhiều cột để chọn một khoảng. Dùng bàn phím: phím ← → để đi, giữ Shift mà đi để chọn khoảng, thả Shift là lọc, Esc để thôi.',
    all: 'Mọi thời gian',
  },
  dates: 'Thời gian',
  dateForm: 'Ghi năm 2014, tháng 5/2014 hoặc ngày 31/5/2014.',
  facets: {
    sources: 'Nguồn',
    sections: 'Chuyên mục',
    places: 'Địa danh',
    documents: 'Văn bản được nhắc đến',
    authors: 'Tác giả',
  },
  narrow: 'Gõ để tìm trong danh sách',
  set: 'Đang lọc theo',
  done: 'Xong, xem kết quả',
  client: {
    chart: {
      byYear: 'Số bài theo năm, {from}–{to}',
      byMonth: 'Số bài theo tháng, năm {year}',
      onlyYear: 'Số bài theo tháng, mọi bài rõ ngày đều thuộc năm {year}',
      noDates: 'Không bài nào rõ ngày',
      most: '{caption}; nhiều nhất {n}',
      bar: '{date}: {n}',
      range: '{from} đến {to}: {n}',
      withoutMonth: 'Không rõ tháng: {n}',
      undated: 'Không rõ ngày: {n}',
    },
    facets: {
      matching: { other: '{n} mục khớp' },
      none: 'Không bài nào trong kết quả có ghi.',
      counting: 'Đang đếm…',
      failed: 'Chưa đọc được danh sách này. Kết quả tìm vẫn đủ.',
      more: 'Xem thêm {n} mục',
    },
    chips: {
      sources: 'Nguồn: {value}',
      sections: 'Chuyên mục: {value}',
      places: 'Địa danh: {value}',
      documents: 'Nhắc đến {value}',
      authors: 'Tác giả: {value}',
      during: 'Thời gian: {date}',
      since: 'Từ {date}',
      until: 'Đến hết {date}',
      between: 'Từ {from} đến hết {to}',
      undated: 'Không rõ ngày',
      remove: 'Bỏ lọc “{filter}”',
      clear: 'Bỏ mọi điều kiện lọc',
    },
  },
};
