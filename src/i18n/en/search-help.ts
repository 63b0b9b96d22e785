import type { SearchHelpWords } from '../search-help-words.ts';

/** How to search, in English. */
export const searchHelp: SearchHelpWords = {
  summary: 'How to search',
  topics: {
    marks: {
      heading: 'With accents or without',
      text: 'In a query with accents every accent counts, đ included; articles that match only if accents are ignored come after. A query without accents matches every accented form. Capitals, hoà or hòa, kỹ or kĩ make no difference.',
      examples: [
        { query: 'đảng ủy', finds: 'Đảng ủy, đảng uỷ; only then what matches if accents are ignored' },
        { query: 'dang uy', finds: 'Đảng ủy, đang ủy, đáng úy…' },
      ],
    },
    words: {
      heading: 'Several words',
      text: 'Articles with the words side by side, in this order, come first. While there are fewer than ten, the query is parted into shorter runs; articles that have every word, but apart, come last.',
      examples: [{ query: 'giá lúa đông xuân', finds: 'first of all the four words side by side' }],
    },
    phrase: {
      heading: 'Phrases',
      text: 'A phrase in quotation marks is never parted: its words stand side by side in one paragraph. With accents every accent counts, without them it matches every accented form.',
      examples: [
        { query: '"bảo vệ rừng"', finds: 'just this phrase' },
        { query: '"cầu thứ hai" lũ', finds: 'both the phrase and the word lũ' },
      ],
    },
    minus: {
      heading: 'Leaving out',
      text: 'A minus right before a word, a phrase or a field leaves out the articles that have it.',
      examples: [
        { query: 'lũ -bão', finds: 'lũ, but not bão' },
        { query: 'lũ -"lũ quét"', finds: 'lũ, but not the phrase lũ quét' },
        { query: 'lũ -place:"Nghệ An"', finds: 'lũ, but not about Nghệ An' },
      ],
    },
    or: {
      heading: 'One or the other',
      text: 'OR in capitals joins the two words, phrases or fields right beside it. To join several words, put them in quotation marks.',
      examples: [
        { query: 'lũ OR hạn', finds: 'one of the two words at least' },
        { query: '"lũ quét" OR "sạt lở"', finds: 'one of the two phrases at least' },
        { query: 'chợ year:2014 OR year:2016', finds: 'chợ, published in 2014 or in 2016' },
      ],
    },
    fields: {
      heading: 'Fields',
      text: 'The name of the field, a colon and the value, without a space; a value of several words goes in quotation marks. Dates are written 2018, 10/2018, 22/10/2018 (day first) or 2018-10-22; an article whose month or year alone is known is found if a day of it lies in the range.',
      examples: [
        { query: 'lũ from:10/2018 to:2020', finds: 'lũ, from October 2018 to the end of 2020' },
        { query: 'author:"An Nhien" cho', finds: 'accents left out in the value too' },
      ],
    },
    numbers: {
      heading: 'Numbers, dates, document numbers',
      text: 'As they are printed. In dates, stroke, hyphen and full stop are alike; elsewhere the sign between two numbers counts.',
      examples: [
        { query: '22/10/2018', finds: 'also printed as 22-10-2018 or 22.10.2018' },
        { query: '35-NQ/TW', finds: 'this number in the text' },
        { query: '8,11', finds: 'neither 8/11 nor 8 11' },
      ],
    },
    hand: {
      heading: 'Typed without an input method, or wrongly',
      text: 'Where nothing matches, the query is read as Telex, then as VNI; a word that no article has is replaced by the nearest one, or dropped. The page always says what it searched for, and offers what you typed.',
      examples: [
        { query: 'ddangr uyr', finds: 'đảng ủy (Telex)' },
        { query: 'd9ang3 uy3', finds: 'đảng ủy (VNI)' },
      ],
    },
    abbreviations: {
      heading: 'Abbreviations',
      text: 'An abbreviation and its full form find the same, if the keeper of the archive has listed it. In quotation marks, what you typed is searched alone.',
      examples: [{ query: 'UBND xã', finds: 'also Ủy ban nhân dân xã' }],
    },
  },
  fields: {
    source: {
      names: ['source:', 'nguồn:'],
      query: 'source:"Nhân Dân"',
      finds: 'newspaper, magazine or portal, by its name or id',
    },
    author: { names: ['author:', 'tác-giả:'], query: 'author:"An Nhiên"', finds: 'byline' },
    section: { names: ['section:', 'mục:'], query: 'section:"Kinh tế"', finds: 'section of the paper' },
    place: { names: ['place:', 'nơi:'], query: 'place:"Nghệ An"', finds: 'place that the article is about' },
    document: {
      names: ['document:', 'văn-bản:'],
      query: 'document:35-NQ/TW',
      finds: 'official document that the article cites',
    },
    title: { names: ['title:', 'tiêu-đề:'], query: 'title:"chợ phiên"', finds: 'words of the title' },
    from: { names: ['from:', 'từ:'], query: 'from:22/10/2018', finds: 'that day, month or year and later' },
    to: { names: ['to:', 'đến:'], query: 'to:10/2018', finds: 'up to the end of that day, month or year' },
    year: { names: ['year:', 'năm:'], query: 'year:2014-2016', finds: 'one year, or from one to another' },
  },
  unread: 'What can’t be read is searched as plain words, and the page says so.',
  keys: 'The key / leads to the box. Arrow down goes into the suggestions while they are open, else into the results; Enter opens; Esc closes the suggestions.',
};
