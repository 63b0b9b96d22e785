import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { maxLineBytes } from '../../src/capture/limits.ts';
import { splitLines } from '../../src/capture/split-lines.ts';

const lineSchema = z.looseObject({
  url: z.string(),
  title: z.string(),
  publishedAt: z.string().nullable(),
  lead: z.string().nullable(),
  body: z.array(z.string()),
  captions: z.array(z.string()).default([]),
});

/** An article of a corpus in JSON Lines. */
export type CorpusLine = z.infer<typeof lineSchema>;

async function* readOnce(path: string): AsyncGenerator<CorpusLine, void, undefined> {
  const input = createReadStream(path);
  try {
    for await (const { bytes } of splitLines(input.pipe(createGunzip()), maxLineBytes)) {
      const line: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
      yield lineSchema.parse(line);
    }
  } finally {
    input.destroy();
  }
}

/** The same article as another one: its address and its text are new. */
const asAnother = (line: CorpusLine, round: number): CorpusLine => ({
  ...line,
  url: `${line.url}-${String(round)}`,
  title: `${line.title}, kỳ ${String(round)}`,
  body: [`Kỳ ${String(round)}.`, ...line.body],
});

/** The articles of a gzipped corpus; once they are all told, they come again as others, without end. */
export async function* readCorpus(path: string): AsyncGenerator<CorpusLine, void, undefined> {
  for (let round = 1; ; round += 1) {
    for await (const line of readOnce(path)) yield round === 1 ? line : asAnother(line, round);
  }
}
