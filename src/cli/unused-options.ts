import type { IndexedArticle } from '../archive/archive-index.ts';
import type { FoundSource } from '../archive/source-of.ts';
import type { Capture } from '../capture/capture.ts';
import type { ExtractOptions } from '../extract/extract.ts';
import { isTable, readArticle } from './read-article.ts';
import { toExtractOptions, type ReadingSetup } from './read-capture.ts';

/** Options that would have made another article of a capture that is known. */
export const unusedOptions = async (
  capture: Capture,
  known: IndexedArticle,
  setup: ReadingSetup,
): Promise<string[]> => {
  const { source, fieldMap } = setup;
  const unused = source === null || source === known.source ? [] : [`--source ${source}`];
  const hasMap = fieldMap !== undefined && isTable(capture);
  if (capture.charset === null && !hasMap) return unused;
  const asked = toExtractOptions(setup);
  const keyOf = async (charset: string | null, options: ExtractOptions): Promise<string | null> => {
    const toKnown = (): FoundSource => ({ id: known.source, name: null, host: null, by: 'asked' });
    const read = await readArticle({ ...capture, charset }, toKnown, options);
    return read.article === null ? null : read.textKey;
  };
  const key = await keyOf(capture.charset, asked);
  if (key !== null && key === known.textKey) return unused;
  const tells = async (charset: string | null, options: ExtractOptions): Promise<boolean> =>
    key === null || key !== (await keyOf(charset, options));
  if (capture.charset !== null && (await tells(null, asked))) unused.push(`--charset ${capture.charset}`);
  if (hasMap && (await tells(capture.charset, {}))) unused.push('--fields');
  return unused;
};
