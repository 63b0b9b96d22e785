/**
 * The tables of the old Vietnamese charsets of one byte a letter: what their bytes 80 to FF stand for, in order, and
 * which control characters they took for capitals.
 *
 * Facts from libiconv (VISCII 1.1 of RFC 1456, TCVN 5712:1993 VN1) and from Mozilla's intl/uconv (VPS).
 */
export interface CharsetTable {
  readonly upperHalf: string;
  readonly controls: Readonly<Record<string, string>>;
}

export const visciiTable: CharsetTable = {
  upperHalf:
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
  controls: { '\u0002': 'Ẳ', '\u0005': 'Ẵ', '\u0006': 'Ẫ', '\u0014': 'Ỷ', '\u0019': 'Ỹ', '\u001e': 'Ỵ' },
};

/** B0 to B4 are marks that follow their letter. */
export const tcvnTable: CharsetTable = {
  upperHalf:
    'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
    'ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ',
  controls: {
    '\u0001': 'Ú',
    '\u0002': 'Ụ',
    '\u0004': 'Ừ',
    '\u0005': 'Ử',
    '\u0006': 'Ữ',
    '\u0011': 'Ứ',
    '\u0012': 'Ự',
    '\u0013': 'Ỳ',
    '\u0014': 'Ỷ',
    '\u0015': 'Ỹ',
    '\u0016': 'Ý',
    '\u0017': 'Ỵ',
  },
};

export const vpsTable: CharsetTable = {
  upperHalf:
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ\u00a0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺßàáâãảạăçèéêẽìíîĩẴĐòóôõöƠụùúủüỶẼỳ',
  controls: {
    '\u0002': 'Ạ',
    '\u0003': 'Ậ',
    '\u0004': 'Ặ',
    '\u0005': 'Ẹ',
    '\u0006': 'Ệ',
    '\u0010': 'Ị',
    '\u0011': 'Ọ',
    '\u0012': 'Ộ',
    '\u0013': 'Ợ',
    '\u0014': 'Ụ',
    '\u0015': 'Ự',
    '\u0019': 'Ỵ',
    '\u001c': 'Ẫ',
    '\u001d': 'Ữ',
  },
};

/** Where windows-1258 differs from windows-1252, by the latter's letter; its tones are marks that follow their letter. */
export const windows1258Letters: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  Ì: '\u0300',
  Ð: 'Đ',
  Ò: '\u0309',
  Õ: 'Ơ',
  Ý: 'Ư',
  Þ: '\u0303',
  ã: 'ă',
  ì: '\u0301',
  ð: 'đ',
  ò: '\u0323',
  õ: 'ơ',
  ý: 'ư',
  þ: '₫',
};

/** The letters of VNI for Windows that stand alone, by windows-1252's. */
export const vniLetters: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

/** The signs of VNI for Windows that follow a vowel, as combining marks. */
export const vniSigns: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
