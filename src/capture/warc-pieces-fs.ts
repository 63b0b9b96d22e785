import { inflateMember } from './inflate-member-fs.ts';
import { toRawBytes, type RawBytes } from './raw-bytes.ts';

/**
 * What a WARC gives, piece by piece: its bytes, unpacked, and where in the file each gzip member starts and ends.
 * `damage`: the member that starts at `offset` does not unpack; reading goes on at the next that does. `cut`: the file
 * ends within it.
 */
export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'start' | 'end' | 'damage' | 'cut'; readonly offset: number };

/** Going back behind damage is given up after so many bytes: a hostile file would make it endless. */
const maxRewoundBytes = 256 * 1024 * 1024;

const searchBytes = 64 * 1024;

const magic = [0x1f, 0x8b, 8] as const;

/** Goes to what may be the next gzip member; false where there is none. */
const seekMember = async (raw: RawBytes): Promise<boolean> => {
  for (;;) {
    const from = raw.offset();
    const bytes = await raw.take(searchBytes);
    if (bytes.length < magic.length) return false;
    for (let at = bytes.indexOf(magic[0]); at !== -1; at = bytes.indexOf(magic[0], at + 1)) {
      if (bytes[at + 1] !== magic[1] || bytes[at + 2] !== magic[2]) continue;
      raw.rewind(from + at);
      return true;
    }
    raw.rewind(from + bytes.length - magic.length + 1);
  }
};

/** Whether bytes may be the first of a record; they may be very few. */
const startsRecord = (bytes: Uint8Array): boolean =>
  'WARC/'.startsWith(String.fromCharCode(...bytes.subarray(0, 5)));

async function* unpack(raw: RawBytes): AsyncGenerator<Piece, void, undefined> {
  let rewound = 0;
  let isSearch = false;
  for (;;) {
    const offset = raw.offset();
    if ((await raw.take(1)).length === 0) return;
    raw.rewind(offset);
    const member = inflateMember(raw);
    let isOpen = false;
    let step = await member.next();
    while (step.done !== true) {
      // After damage, what only looks like a member must not be taken for one.
      if (!isOpen && isSearch && !startsRecord(step.value)) break;
      if (!isOpen) yield { kind: 'start', offset };
      isOpen = true;
      yield { kind: 'bytes', bytes: step.value };
      step = await member.next();
    }
    if (step.done === true && step.value === 'whole') {
      if (isOpen) yield { kind: 'end', offset: raw.offset() };
      isSearch = false;
      continue;
    }
    const end = step.done === true ? step.value : 'damaged';
    await member.return(end);
    if (isOpen || !isSearch) yield { kind: end === 'cut' ? 'cut' : 'damage', offset };
    isSearch = true;
    rewound += raw.offset() - offset;
    if (rewound < maxRewoundBytes) raw.rewind(offset + 1);
    if (!(await seekMember(raw))) return;
  }
}

/** The pieces of a WARC, whether it is packed record by record, as a whole, or not at all. Never holds more than some megabytes. */
export async function* readPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece, void, undefined> {
  const raw = toRawBytes(chunks);
  const head = Buffer.from(await raw.take(searchBytes));
  raw.rewind(0);
  const member = head.indexOf(Uint8Array.from(magic));
  // Its first bytes may be damaged, and more members follow.
  if (member === 0 || (member !== -1 && !head.includes('WARC/'))) {
    yield* unpack(raw);
    return;
  }
  for (let bytes = await raw.next(); bytes !== null; bytes = await raw.next()) yield { kind: 'bytes', bytes };
}
