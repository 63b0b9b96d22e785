import { foldReferences } from './latin-references.ts';
import { readTcvn3 } from './read-tcvn3.ts';
import { readViscii, readVniWindows, readVps, readWindows1258, type Latin } from './read-charset.ts';

/** The Vietnamese charsets of bytes from before Unicode, in the order in which equal readings are named. */
export const byteCharsets = ['windows-1258', 'tcvn3', 'vni', 'viscii', 'vps'] as const;
export type ByteCharset = (typeof byteCharsets)[number];
export type LegacyCharset = ByteCharset | 'viqr';

const names: Readonly<Record<LegacyCharset, string>> = {
  'windows-1258': 'windows-1258 cp1258 cp-1258 x-cp1258 ms1258 win-1258 1258',
  tcvn3:
    'tcvn3 tcvn tcvn-3 tcvn3-abc abc vntime tcvn-5712 tcvn5712 tcvn5712-1 tcvn5712-1:1993 tcvn-5712:1993 x-viet-tcvn x-viet-tcvn5712 x-tcvn vscii vscii-1',
  vni: 'vni vni-win vni-windows vniwin x-viet-vni x-vni',
  viscii: 'viscii csviscii viscii1.1-1 x-viscii',
  vps: 'vps x-viet-vps x-vps',
  viqr: 'viqr viqr* vietnet csviqr x-viqr',
};

const charsets = new Map<string, LegacyCharset>(
  Object.entries(names).flatMap(([charset, all]) =>
    all.split(' ').map((name) => [name, charset as LegacyCharset] as const),
  ),
);

/** The old Vietnamese charset of a name, however it is written; null where it is none of these. */
export const legacyCharsetOf = (name: string): LegacyCharset | null =>
  charsets.get(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  ) ?? null;

/**
 * What text in Latin letters says when they are read as a charset's. In a page, those charsets that are a font's
 * have its character references read, too: `&#253;` is the byte FD.
 */
export const readLegacy = (charset: ByteCharset, latin: Latin, isPage: boolean): string => {
  switch (charset) {
    case 'windows-1258':
      return readWindows1258(latin);
    case 'viscii':
      return readViscii(latin);
    case 'tcvn3':
      return readTcvn3(isPage ? foldReferences(latin) : latin, isPage);
    case 'vni':
      return readVniWindows(isPage ? foldReferences(latin) : latin);
    case 'vps':
      return readVps(isPage ? foldReferences(latin) : latin);
  }
};
