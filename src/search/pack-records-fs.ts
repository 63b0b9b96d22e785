import { constants, deflateRawSync } from 'node:zlib';

/** The longest text that deflate can look back to. */
const maxDictionaryBytes = 32_768;
/** Of how many records, spread evenly, the dictionary has the beginnings. */
const sampledRecords = 48;

/** Records compressed one by one, each going on from one dictionary. */
export interface PackedRecords {
  readonly dictionaryBytes: number;
  /** The dictionary, compressed so that any record's bytes can follow. */
  readonly dictionary: Uint8Array;
  readonly records: readonly Uint8Array[];
}

/**
 * Compresses records so that each can be read alone: raw deflate (RFC 1951) that looks back into a dictionary of what the
 * records have in common. A reader unpacks the dictionary once.
 */
export const packRecords = (count: number, recordAt: (number: number) => Buffer): PackedRecords => {
  const sampled = Array.from({ length: Math.min(sampledRecords, count) }, (_, i) =>
    recordAt(Math.floor((i * count) / Math.min(sampledRecords, count))),
  );
  const total = sampled.reduce((sum, { length }) => sum + length, 0) * (count / Math.max(1, sampled.length));
  // In a small archive a large dictionary would cost more than it saves.
  const bytes = Math.min(maxDictionaryBytes, Math.floor(total / 16));
  const each = Math.ceil(bytes / Math.max(1, sampled.length));
  const dictionary = Buffer.concat(sampled.map((record) => record.subarray(0, each))).subarray(0, bytes);
  const level = constants.Z_BEST_COMPRESSION;
  return {
    dictionaryBytes: dictionary.length,
    dictionary: deflateRawSync(dictionary, { level, finishFlush: constants.Z_SYNC_FLUSH }),
    records: Array.from({ length: count }, (_, i) =>
      deflateRawSync(recordAt(i), dictionary.length === 0 ? { level } : { level, dictionary }),
    ),
  };
};
