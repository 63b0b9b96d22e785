import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCodeOf } from '../archive/error-code.ts';
import { datePrecision } from '../article/date.ts';
import { isSourceId } from '../article/article-id.ts';
import { toProblem } from '../problem/problem.ts';
import { openSearchFolder } from '../search/open-search-fs.ts';
import type { ArchiveSearch, SearchRequest } from '../search/search-answer.ts';
import { SearchUnavailable } from '../search/search-unavailable.ts';
import { defineCommand, exitCodes, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { printSearchAnswer } from './print-search-answer.ts';
import { UsageFault } from './usage-fault.ts';

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const day = z.string().refine((date) => ['year', 'month', 'day'].includes(datePrecision(date) ?? ''));
const sort = z.enum(['relevance', 'newest', 'oldest']);
const tiers = z.literal('all');

const schema = z.object({
  out: z.string().min(1).default('dist'),
  limit: count.default(10),
  offset: count.default(0),
  source: z.array(z.string().refine(isSourceId)).default([]),
  tiers: tiers.optional(),
  from: day.optional(),
  to: day.optional(),
  sort: sort.default('relevance'),
  ids: z.boolean().default(false),
  batch: z.string().min(1).optional(),
});

/** One line of `--batch FILE`; what it leaves out is as the command's own options say. */
const lineSchema = z.strictObject({
  query: z.string(),
  limit: z.int().nonnegative().optional(),
  offset: z.int().nonnegative().optional(),
  sources: z.array(z.string()).optional(),
  sections: z.array(z.string()).optional(),
  places: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  authors: z.array(z.string()).optional(),
  undated: z.boolean().optional(),
  facets: z.literal('light').optional(),
  literal: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
  sort: sort.optional(),
  ids: z.boolean().optional(),
  tiers: tiers.optional(),
});

const withoutUndefined = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };

const toRequest = (query: string, options: z.infer<typeof schema>): SearchRequest => {
  const { limit, offset, source, from, to, sort: order, ids, tiers: opened } = options;
  return {
    ...withoutUndefined({ from, to, tiers: opened }),
    query,
    limit,
    offset,
    sources: source,
    sort: order,
    ids,
  };
};

const parseLine = (line: string, standing: SearchRequest): SearchRequest | string => {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const parsed = lineSchema.safeParse(data);
  if (!parsed.success) return z.prettifyError(parsed.error).replace(/\s+/g, ' ');
  return { ...standing, ...withoutUndefined(parsed.data) };
};

const answer = async (
  search: ArchiveSearch,
  request: SearchRequest,
  { words, json, print, printJson }: CommandContext,
): Promise<void> => {
  const found = await search.search(request);
  if (json) printJson(found);
  else print(printSearchAnswer(found, request, words));
};

const runBatch = async (
  search: ArchiveSearch,
  file: string,
  standing: SearchRequest,
  context: CommandContext,
): Promise<ExitCode> => {
  let faulty = false;
  // Only a line feed ends a line: text may hold U+2028, at which `readline` would cut.
  for (const [i, line] of (await readFile(file, 'utf8')).split('\n').entries()) {
    if (line.trim() === '') continue;
    if (context.signal.aborted) return exitCodes.interrupted;
    const request = parseLine(line, standing);
    if (typeof request !== 'string') {
      await answer(search, request, context);
      continue;
    }
    faulty = true;
    const message = fill(context.words.search.unreadable, { line: i + 1, file, reason: request });
    if (context.json) context.printJson({ query: null, line: i + 1, error: message });
    else context.tell(message);
  }
  return faulty ? exitCodes.faultsInContent : exitCodes.done;
};

/** `khobao search QUERY` */
export const searchCommand = defineCommand({
  name: 'search',
  arguments: [{ form: '[QUERY...]', name: 'QUERY' }],
  options: {
    out: '--out <DIR>',
    limit: '--limit <N>',
    offset: '--offset <N>',
    source: '--source <ID>',
    tiers: '--tiers <all>',
    from: '--from <DATE>',
    to: '--to <DATE>',
    sort: '--sort <ORDER>',
    ids: '--ids',
    batch: '--batch <FILE>',
  },
  schema,
  run: async (args, options, context) => {
    const { out, batch } = options;
    const isEmpty = args.join('').trim() === '';
    if (isEmpty === (batch === undefined) || (isEmpty && args.length > 0)) {
      throw new UsageFault('queryOrBatch');
    }
    try {
      const search = await openSearchFolder(out);
      const request = toRequest(args.join(' '), options);
      if (batch !== undefined) return await runBatch(search, batch, request, context);
      await answer(search, request, context);
      return exitCodes.done;
    } catch (error) {
      if (error instanceof SearchUnavailable) {
        context.tellProblem(toProblem('site-missing', { folder: out }, { file: out }));
        return exitCodes.faultsInContent;
      }
      const reason = batch === undefined ? null : errorCodeOf(error);
      if (batch === undefined || reason === null) throw error;
      context.tellProblem(
        reason === 'ENOENT'
          ? toProblem('file-missing', {}, { file: batch })
          : toProblem('file-unreadable', { reason }, { file: batch }),
      );
      return exitCodes.faultsInContent;
    }
  },
});
