/** Bytes that wait to be read: they are taken off at the front, and grow at the back. */
export class WaitingBytes {
  bytes = new Uint8Array(1 << 17);
  end = 0;

  /** Drops what is before `start`, and adds a chunk. */
  add(chunk: Uint8Array, start: number): void {
    if (start > 0) this.bytes.copyWithin(0, start, this.end);
    const end = this.end - start + chunk.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      larger.set(this.bytes.subarray(0, this.end - start));
      this.bytes = larger;
    }
    this.bytes.set(chunk, end - chunk.length);
    this.end = end;
  }

  /** Where a byte stands at or behind a place, or -1. */
  indexOf(byte: number, from: number): number {
    // Behind the end, a long buffer holds what was read before.
    const at = this.bytes.subarray(from, this.end).indexOf(byte);
    return at === -1 ? -1 : from + at;
  }
}
