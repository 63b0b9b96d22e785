/** Lines of an index that are packed together; a replay fetches one such block. */
const linesOfBlock = 3000;

/** A packed block of an index: what its first line begins with, and where it lies. */
export interface IndexBlock {
  readonly first: string;
  readonly offset: number;
  readonly length: number;
}

/** Sorted lines, gathered into blocks. */
export async function* blocksOf(
  sorted: AsyncIterable<string>,
): AsyncGenerator<{ first: string; text: string }, void, undefined> {
  let lines: string[] = [];
  const gathered = () => ({
    first: (lines[0] ?? '').replace(/\s*\{.*$/, ''),
    text: lines.map((line) => `${line}\n`).join(''),
  });
  for await (const line of sorted) {
    lines.push(line);
    if (lines.length < linesOfBlock) continue;
    yield gathered();
    lines = [];
  }
  if (lines.length > 0) yield gathered();
}

/**
 * The second level of an index that is packed in blocks.
 *
 * @see https://specs.webrecorder.net/cdxj/0.1.0/
 */
export const printIndexMeta = (filename: string, blocks: readonly IndexBlock[]): string =>
  [
    `!meta 0 ${JSON.stringify({ format: 'cdxj-gzip-1.0', filename })}`,
    ...blocks.map(({ first, offset, length }) => `${first} ${JSON.stringify({ offset, length })}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
