import type { FoundSource, SourceSigns } from '../archive/source-of.ts';
import { textKey } from '../archive/text-key.ts';
import type { Article } from '../article/article.ts';
import { printBody } from '../article/print-body.ts';
import { toArticle } from '../article/to-article.ts';
import type { Capture } from '../capture/capture.ts';
import { openCapture } from '../capture/open-capture.ts';
import type { Draft } from '../extract/draft.ts';
import { extract, type ExtractOptions } from '../extract/extract.ts';
import type { PagePictures } from '../extract/page-pictures.ts';
import type { Problem } from '../problem/problem.ts';

/** What was made of a capture. Without an article, `ofInput` tells why. */
export type ArticleRead =
  | { readonly article: null; readonly ofInput: Problem[] }
  | {
      /** Without captures. */
      readonly article: Article;
      readonly source: FoundSource;
      readonly textKey: string;
      /** The former versions, where the capture is a record of an export: such an article has its id already. */
      readonly former?: readonly Article[];
      readonly ofInput: Problem[];
      readonly ofArticle: Problem[];
      /** The pictures that its text names; null where it was no page. Their blocks are those of the article. */
      readonly pictures: PagePictures | null;
    };

/** Whether the fields of a capture stand under names: a row of a table, a line of JSON. */
export const isTable = ({ mediaType }: Capture): boolean =>
  mediaType === 'text/csv' || mediaType === 'application/json';

/** What a capture says of its source. */
export const toSigns = (capture: Capture, { url, sourceName }: Draft): SourceSigns => ({
  url: url ?? capture.url,
  sourceName,
  isStated: isTable(capture),
});

/** The article in a capture, under the id that it has if no other article has it. */
export const readArticle = async (
  capture: Capture,
  toSource: (signs: SourceSigns) => FoundSource,
  options: ExtractOptions = {},
): Promise<ArticleRead> => {
  const { draft, problems: ofInput, pictures = null } = extract(openCapture(capture), options);
  if (draft === null) return { article: null, ofInput };
  if (draft.exported !== undefined) {
    const { article, former, sourceName } = draft.exported;
    const key = await textKey(article, printBody(article.body));
    const source: FoundSource = { id: article.source, name: sourceName, host: null, by: 'field' };
    return { article, source, textKey: key, former, ofInput, ofArticle: [], pictures: null };
  }
  const source = toSource(toSigns(capture, draft));
  const { article, problems } = toArticle(draft, { source: source.id, captures: [] });
  // A date that could not be read is no date that is not told.
  const hasDate = ofInput.some(
    ({ code, values }) => code === 'date-invalid' && values.field === 'publishedAt',
  );
  const ofArticle = problems.filter(({ code }) => !hasDate || code !== 'date-unknown');
  // Where no article was made of it, what was found can only be told of the input.
  if (article === null) return { article, ofInput: [...ofInput, ...ofArticle] };
  const key = await textKey(article, printBody(article.body));
  return { article, source, textKey: key, ofInput, ofArticle, pictures };
};
