/** What a CBOR value (RFC 8949) is, by its head: the kinds that Pagefind writes. */
const kinds = { positive: 0, negative: 1, text: 3, list: 4 } as const;

/** Reads CBOR of definite length: lists, texts and whole numbers of up to four bytes. Throws `RangeError` for anything else. */
export class CborReader {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new RangeError('cut short');
    this.#at += 1;
    return byte;
  }

  /** The number in a head of one of two kinds; of the second it is given as `-1 - number`. */
  #head(kind: number, otherKind = kind): number {
    const head = this.#byte();
    const found = head >> 5;
    if (found !== kind && found !== otherKind) throw new RangeError(`${kind} wanted, ${found} found`);
    const low = head & 31;
    let number = low;
    if (low >= 24) {
      if (low > 26) throw new RangeError('a number of more than four bytes');
      number = 0;
      for (let left = 1 << (low - 24); left > 0; left -= 1) number = number * 256 + this.#byte();
    }
    return found === kind ? number : -1 - number;
  }

  /** How many values the list has that begins here. */
  list(): number {
    return this.#head(kinds.list);
  }

  /** Passes over one value. */
  skip(): void {
    const kind = (this.#bytes[this.#at] ?? 0) >> 5;
    if (kind === kinds.text) this.text();
    else if (kind === kinds.list) for (let left = this.list(); left > 0; left -= 1) this.skip();
    else this.number();
  }

  number(): number {
    return this.#head(kinds.positive, kinds.negative);
  }

  text(): string {
    const length = this.#head(kinds.text);
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new RangeError('cut short');
    return this.#decoder.decode(this.#bytes.subarray(from, this.#at));
  }
}
