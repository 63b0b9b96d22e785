import type { FoundSource } from '../archive/source-of.ts';
import type { Block } from '../article/block.ts';
import type { Capture } from '../capture/capture.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import { openCapture } from '../capture/open-capture.ts';
import { readCaptures } from '../capture/read-captures-fs.ts';
import { extract, type Extraction, type ExtractOptions } from '../extract/extract.ts';
import type { Draft } from '../extract/draft.ts';
import type { Place, TakenBy, TakenField } from '../extract/taken-by.ts';
import { explain as english } from '../i18n/en/explain.ts';
import { explain as vietnamese } from '../i18n/vi/explain.ts';
import type { ExplainWords } from '../i18n/explain-words.ts';
import { hasError } from '../problem/problem.ts';
import { toProblemLine } from '../problem/print-problem.ts';
import { exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { dateForPeople } from './date-for-people.ts';
import { fill } from './fill.ts';
import { toSigns } from './read-article.ts';
import { foundSource } from './read-capture.ts';
import { readSources, rulesOf } from './read-sources.ts';

/** A person is shown so much of a text. */
const maxShownLength = 90;

const beginningOf = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, ' / ');
  return line.length <= maxShownLength ? line : `${line.slice(0, maxShownLength).trimEnd()}…`;
};

const textOf = (block: Block | undefined): string => {
  if (block === undefined) return '';
  if (block.type === 'list') return block.items.join(' / ');
  return block.type === 'table' ? block.rows.flat().join(' | ') : block.text;
};

type ExplainedField = keyof ExplainWords['fields'];

const valuesOf = (
  draft: Draft,
): Readonly<Record<Exclude<ExplainedField, 'body' | 'source'>, string | null>> => ({
  title: draft.title,
  kicker: draft.kicker,
  lead: draft.lead,
  publishedAt: draft.publishedAt,
  updatedAt: draft.updatedAt,
  authors: draft.authors.length === 0 ? null : draft.authors.join(', '),
  organisation: draft.organisation,
  section: draft.section,
  url: draft.url,
});

/** Where a field was found; null where the page says it for machines, and nothing more is known of it. */
const placeIn = (takenBy: TakenBy | undefined, field: string): Place | 'capture' | null =>
  takenBy === undefined ? 'capture' : (takenBy[field as TakenField] ?? null);

/** What was made of a capture, and which source it is of; null without an article. */
interface Explained extends Extraction {
  readonly source: FoundSource | null;
}

const isDate = (field: string): boolean => field === 'publishedAt' || field === 'updatedAt';

const explainForPeople = (
  { draft, takenBy, source }: Explained,
  words: ExplainWords,
  print: CommandContext['print'],
): void => {
  if (draft === null) return;
  const placeOf = (field: ExplainedField): string => {
    const place = placeIn(takenBy, field);
    return place === null ? '' : ` [${words.places[place]}]`;
  };
  for (const [field, value] of Object.entries(valuesOf(draft))) {
    const name = field as ExplainedField;
    const shown = value !== null && isDate(field) ? dateForPeople(value) : value;
    const told = shown === null ? words.none : `${beginningOf(shown)}${placeOf(name)}`;
    print(`  ${words.fields[name]}: ${told}`);
  }
  if (source !== null) print(`  ${words.fields.source}: ${source.id} [${words.sources[source.by]}]`);
  const { body, cut } = draft;
  const blocks = fill(words.blocks, {
    n: body.length,
    first: beginningOf(textOf(body[0])),
    last: beginningOf(textOf(body.at(-1))),
  });
  print(`  ${words.fields.body}: ${blocks}${placeOf('body')}`);
  const figures = body.filter(({ type }) => type === 'figure').length;
  if (figures > 0) print(`  ${fill(words.figures, { n: figures })}`);
  print(`  ${cut.length === 0 ? words.nothingCut : words.cut}`);
  for (const { rule, text } of cut) print(`    ${words.rules[rule] ?? rule}: ${beginningOf(text)}`);
};

const toLine = (
  item: ReadItem,
  { draft, takenBy, source, problems }: Explained,
  language: 'vi' | 'en',
): object => ({
  input: item.input,
  record: item.record,
  sha256: item.sha256,
  status: draft === null ? 'refused' : 'explained',
  taken:
    draft === null
      ? []
      : [
          ...Object.entries(valuesOf(draft))
            .filter(([, text]) => text !== null)
            .map(([field, text]) => ({ field, by: placeIn(takenBy, field), text })),
          ...(source === null ? [] : [{ field: 'source', by: source.by, text: source.id }]),
          { field: 'body', by: placeIn(takenBy, 'body'), text: draft.body.map(textOf).join('\n') },
        ],
  cut: draft?.cut ?? [],
  problems: problems.map((problem) => toProblemLine(problem, language)),
});

/** Tells what would be made of one file, field by field with where each was found, and what would be left out. Writes nothing. */
export const explainImport = async (
  path: string,
  asked: {
    readonly content: string;
    readonly source: string | null;
    readonly reading: ExtractOptions;
  } & Pick<NonNullable<Parameters<typeof readCaptures>[1]>, 'charset' | 'url'>,
  context: CommandContext,
): Promise<ExitCode> => {
  const { json, language, print, printJson, tell, tellProblem } = context;
  const words = language === 'vi' ? vietnamese : english;
  const { sources, problems: ofSources } = await readSources(asked.content);
  if (!json) ofSources.forEach(tellProblem);
  const options = { rulesFor: rulesOf(sources, asked.source), ...asked.reading };
  const sourceIn = (capture: Capture, draft: Draft): FoundSource =>
    draft.exported === undefined
      ? foundSource({ source: asked.source, sources }, toSigns(capture, draft))
      : { id: draft.exported.article.source, name: null, host: null, by: 'field' };
  let isFaulty = hasError(ofSources);
  for await (const item of readCaptures([path], { charset: asked.charset, url: asked.url })) {
    const { capture } = item;
    const read = capture === null ? { draft: null, problems: [] } : extract(openCapture(capture), options);
    const source = capture === null || read.draft === null ? null : sourceIn(capture, read.draft);
    const all = { ...read, source, problems: [...item.problems, ...read.problems] };
    isFaulty ||= hasError(all.problems);
    if (json) {
      printJson(toLine(item, { ...all, problems: [...ofSources, ...all.problems] }, language));
      continue;
    }
    print(item.record === null ? item.input : `${item.input}:${String(item.record)}`);
    explainForPeople(all, words, print);
    all.problems.forEach(tellProblem);
  }
  if (!json) tell(words.notWritten);
  return isFaulty ? exitCodes.faultsInContent : exitCodes.done;
};
