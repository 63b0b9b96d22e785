/** What `bag-info.txt` tells; values in one line each. */
export interface BagInfo {
  /** The archive's name. */
  readonly organization: string;
  /** The snapshot's day. */
  readonly date: string;
  readonly softwareVersion: string;
  /** In place of the words that tell of a snapshot. */
  readonly description?: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}

/** `bagit.txt`, the same in every bag of BagIt 1.0. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const line = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** @see https://www.rfc-editor.org/rfc/rfc8493#section-2.2.2 */
export const printBagInfo = (info: BagInfo): string =>
  [
    ['Source-Organization', info.organization],
    [
      'External-Description',
      info.description ?? `Kho Báo archive of press articles, snapshot of ${info.date}`,
    ],
    ['External-Identifier', info.date],
    ['Bagging-Date', info.date],
    ['Bag-Software-Agent', `khobao ${info.softwareVersion}`],
    ['Payload-Oxum', `${String(info.payloadBytes)}.${String(info.payloadFiles)}`],
  ]
    .map(([label = '', value = '']) => `${label}: ${line(value)}\n`)
    .join('');

/** The number of bytes and of files that `Payload-Oxum` tells; null where it tells none. */
export const readPayloadOxum = (bagInfo: string): { bytes: number; files: number } | null => {
  const [, bytes, files] = /^Payload-Oxum:\s*(\d+)\.(\d+)\s*$/im.exec(bagInfo) ?? [];
  return bytes === undefined || files === undefined ? null : { bytes: Number(bytes), files: Number(files) };
};

/** The day of the snapshot that a bag says it is of; null where it says nothing, as a bag that `export` wrote. */
export const readSnapshotDay = (bagInfo: string): string | null =>
  /^External-Description: .*, snapshot of (\d{4}-\d{2}-\d{2})\s*$/m.exec(bagInfo)?.[1] ?? null;
