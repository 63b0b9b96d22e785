/** Text without the dots of abbreviations that end no sentence. */
const withoutAbbreviations = (text: string): string =>
  text.replace(
    /(?<!\p{L})(?:TP|Tp|TX|Tx|TT|Tt|Q|P|GS|PGS|TS|ThS|BS|KS|NSND|NSƯT|St|Mr|Mrs|Dr|tr|v\.v|vv)\./gu,
    ' ',
  );

/** Whether the text has more than one sentence. */
const hasSentences = (text: string): boolean =>
  /[\p{Ll}\d”")][.!?…]["”]?\s+["“]?\p{Lu}/u.test(withoutAbbreviations(text));

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => /[.!?…:;]["”’)\]]*(?:\/[-.]?)?$|\.\/\.?$/u.test(text);

/** Whether a line is running text, not a headline, a kicker or a cross-head. */
export const isProse = (text: string): boolean =>
  text.length > 220 ||
  (text.length >= 100 && text.endsWith(':')) ||
  (text.length >= 40 && hasSentences(text)) ||
  (text.length >= 40 && /[^.]\.["”’)\]]*(?:\/[-.]?)?$|\.\/\.?$/u.test(text));

/** Whether all letters of a text are capitals. */
export const isCapitals = (text: string): boolean =>
  /\p{Lu}/u.test(text) && text === text.toUpperCase() && /\p{L}{2}/u.test(text);

/** The number before a cross-head: `1.`, `II.`, `a)`, `2.1.` */
const enumerator =
  /^(?:(?:(?:\d{1,2}\.)*\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)/]|(?:Điều|Chương|Mục|Phần|Bước|Bài)\s+(?:\d{1,3}|[IVXL]{1,6})[.:)])\s*/u;

/** Whether a line says who speaks, in an interview. */
export const isSpeech = (text: string): boolean =>
  /^(?:PV|P\.V|Phóng viên|Nhà báo|Hỏi|Đáp|MC)\s*:/iu.test(text);

/** Whether a short line between paragraphs is a cross-head, by its own looks. */
export const looksLikeCrossHead = (text: string): boolean =>
  text.length <= 130 &&
  text.split(' ').length <= 26 &&
  /^["“'‘(*]?[\p{Lu}\d]/u.test(text) &&
  !/[.,;:…]["”’)]?$/u.test(text) &&
  !(
    text.endsWith('?') &&
    (text.length > 70 || /(?<!\p{L})(?:ông|bà|anh|chị|thưa|em|PV)(?!\p{L})/iu.test(text))
  ) &&
  !/^[-–—+•]/u.test(text) &&
  !isSpeech(text) &&
  !hasSentences(text.replace(enumerator, ''));
