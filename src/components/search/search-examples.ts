import { foldText } from '../../text/fold-text.ts';

/** What an example is made from: some of an article's record, and where its text begins. */
export interface ExampleArticle {
  readonly title: string;
  readonly titleSupplied: boolean;
  readonly opening: string | null;
  readonly citedDocuments: readonly string[];
}

/** Queries that find something in this archive; null where it has nothing to make one from. */
export interface SearchExamples {
  readonly withMarks: string | null;
  readonly withoutMarks: string | null;
  readonly phrase: string | null;
  readonly document: string | null;
}

/** The first words, three at least and `most` at most, that stand side by side with nothing but spaces between. */
const firstRun = (text: string, most: number): string | null =>
  text
    .split(/[^\p{L}\p{M} ]+/u)
    .map((run) => run.trim().split(/ +/))
    .find((words) => words.length >= 3)
    ?.slice(0, most)
    .join(' ')
    .normalize('NFC') ?? null;

const isMarked = (text: string): boolean => foldText(text) !== text.toLowerCase();

/** Makes example queries from the archive's own articles, the first that fits each. */
export const toSearchExamples = (articles: readonly ExampleArticle[]): SearchExamples => {
  const runs = articles
    .filter((article) => !article.titleSupplied)
    .map((article) => firstRun(article.title, 4))
    .filter((run) => run !== null && isMarked(run));
  const [withMarks = null, another = withMarks] = runs;
  const phrase = articles.map(({ opening }) => firstRun(opening ?? '', 3)).find((run) => run !== null);
  return {
    withMarks,
    withoutMarks: another === null ? null : foldText(another),
    phrase: phrase === undefined ? null : `"${phrase}"`,
    document: articles.flatMap(({ citedDocuments }) => citedDocuments)[0] ?? null,
  };
};
