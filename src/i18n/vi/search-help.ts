import type { SearchHelpWords } from '../search-help-words.ts';

/** Cách tìm, bằng tiếng Việt. */
export const searchHelp: SearchHelpWords = {
  summary: 'Cách tìm',
  topics: {
    marks: {
      heading: 'Có dấu hay không dấu',
      text: 'Câu tìm có dấu thì dấu nào cũng tính, chữ đ cũng vậy; những bài chỉ khớp khi bỏ dấu xếp sau. Câu không dấu thì chữ mang dấu nào cũng khớp. Chữ hoa hay chữ thường, hoà hay hòa, kỹ hay kĩ đều như nhau.',
      examples: [
        { query: 'đảng ủy', finds: 'bài có Đảng ủy, đảng uỷ; sau đó mới đến bài chỉ khớp khi bỏ dấu' },
        { query: 'dang uy', finds: 'bài có Đảng ủy, đang ủy, đáng úy…' },
      ],
    },
    words: {
      heading: 'Nhiều chữ',
      text: 'Bài có các chữ liền nhau, đúng thứ tự, xếp đầu. Khi chưa đủ mười bài thì câu tìm được tách dần thành cụm ngắn hơn, sau cùng là bài có đủ chữ nhưng nằm rải rác.',
      examples: [{ query: 'giá lúa đông xuân', finds: 'trước hết là bài có nguyên bốn chữ liền nhau' }],
    },
    phrase: {
      heading: 'Nguyên cụm',
      text: 'Cụm trong ngoặc kép không bao giờ bị tách: các chữ phải liền nhau trong cùng một đoạn. Cụm có dấu thì tìm đúng dấu, cụm không dấu thì chữ mang dấu nào cũng khớp.',
      examples: [
        { query: '"bảo vệ rừng"', finds: 'bài có đúng cụm này' },
        { query: '"cầu thứ hai" lũ', finds: 'bài có cả cụm lẫn chữ lũ' },
      ],
    },
    minus: {
      heading: 'Loại bớt',
      text: 'Dấu trừ viết liền trước một chữ, một cụm hay một trường thì bỏ những bài có nó.',
      examples: [
        { query: 'lũ -bão', finds: 'bài có lũ mà không có bão' },
        { query: 'lũ -"lũ quét"', finds: 'bài có lũ mà không có cụm lũ quét' },
        { query: 'lũ -nơi:"Nghệ An"', finds: 'bài có lũ, trừ những bài về Nghệ An' },
      ],
    },
    or: {
      heading: 'Cái này hoặc cái kia',
      text: 'OR viết hoa nối hai chữ, hai cụm hay hai trường đứng sát hai bên nó. Muốn nối cả cụm thì đặt cụm trong ngoặc kép.',
      examples: [
        { query: 'lũ OR hạn', finds: 'bài có ít nhất một trong hai chữ' },
        { query: '"lũ quét" OR "sạt lở"', finds: 'bài có ít nhất một trong hai cụm' },
        { query: 'chợ năm:2014 OR năm:2016', finds: 'bài có chợ, đăng năm 2014 hoặc năm 2016' },
      ],
    },
    fields: {
      heading: 'Tìm theo trường',
      text: 'Viết liền tên trường, dấu hai chấm và giá trị; giá trị nhiều chữ thì đặt trong ngoặc kép. Tên trường gõ không dấu cũng được. Ngày ghi 2018, 10/2018, 22/10/2018 hoặc 2018-10-22; bài chỉ biết tháng hay năm vẫn ra nếu tháng hay năm ấy có ngày nằm trong khoảng cần tìm.',
      examples: [
        { query: 'lũ từ:10/2018 đến:2020', finds: 'bài có lũ, từ tháng 10 năm 2018 đến hết năm 2020' },
        { query: 'tac-gia:"An Nhien" cho', finds: 'gõ không dấu cả tên trường lẫn giá trị' },
      ],
    },
    numbers: {
      heading: 'Con số, ngày tháng, số hiệu văn bản',
      text: 'Gõ như bài in. Trong ngày tháng, gạch chéo, gạch nối và dấu chấm như nhau; ngoài ra dấu giữa hai con số được giữ nguyên.',
      examples: [
        { query: '22/10/2018', finds: 'cả bài in 22-10-2018 hay 22.10.2018' },
        { query: '35-NQ/TW', finds: 'bài có số hiệu này trong chữ' },
        { query: '8,11', finds: 'không lẫn với 8/11 hay 8 11' },
      ],
    },
    hand: {
      heading: 'Quên bật bộ gõ, gõ nhầm',
      text: 'Khi không bài nào khớp, câu tìm được đọc thử theo Telex rồi VNI; chữ không bài nào có thì đổi sang chữ gần nhất, hoặc bỏ đi. Trang luôn nói đã tìm gì, và để sẵn đường tìm đúng như đã gõ.',
      examples: [
        { query: 'ddangr uyr', finds: 'đảng ủy (Telex)' },
        { query: 'd9ang3 uy3', finds: 'đảng ủy (VNI)' },
      ],
    },
    abbreviations: {
      heading: 'Chữ viết tắt',
      text: 'Chữ viết tắt và tên đầy đủ tìm như nhau nếu người giữ kho đã ghi trong bảng viết tắt. Trong ngoặc kép thì tìm đúng như gõ.',
      examples: [{ query: 'UBND xã', finds: 'cả bài viết Ủy ban nhân dân xã' }],
    },
  },
  fields: {
    source: {
      names: ['nguồn:', 'source:'],
      query: 'nguồn:"Nhân Dân"',
      finds: 'báo, tạp chí hay cổng đăng bài; ghi tên hoặc mã',
    },
    author: { names: ['tác-giả:', 'author:'], query: 'tác-giả:"An Nhiên"', finds: 'tên ký dưới bài' },
    section: { names: ['mục:', 'section:'], query: 'mục:"Kinh tế"', finds: 'chuyên mục' },
    place: { names: ['nơi:', 'place:'], query: 'nơi:"Nghệ An"', finds: 'nơi mà bài viết về' },
    document: {
      names: ['văn-bản:', 'document:'],
      query: 'văn-bản:35-NQ/TW',
      finds: 'văn bản mà bài nhắc tới',
    },
    title: { names: ['tiêu-đề:', 'title:'], query: 'tiêu-đề:"chợ phiên"', finds: 'cụm chữ trong tiêu đề' },
    from: { names: ['từ:', 'from:'], query: 'từ:22/10/2018', finds: 'từ ngày, tháng hay năm ấy trở đi' },
    to: { names: ['đến:', 'to:'], query: 'đến:10/2018', finds: 'đến hết ngày, tháng hay năm ấy' },
    year: { names: ['năm:', 'year:'], query: 'năm:2014-2016', finds: 'một năm, hoặc từ năm này đến năm kia' },
  },
  unread: 'Phần nào không đọc được thì tìm như chữ thường, và trang nói rõ là phần nào.',
  keys: 'Phím / đưa tới ô tìm. Mũi tên xuống đi vào các gợi ý đang mở, còn không thì vào kết quả; Enter mở; Esc đóng gợi ý.',
};
