import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';
import type { Article, Withdrawal } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';

/** A file's record, and what stands before and after it. */
const toParts = (file: string): { head: string; yaml: string; rest: string } => {
  const parts = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?\n)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(file);
  if (parts === null) throw new Error('a file without a record was to be withdrawn or restored');
  const [, head = '', yaml = '', rest = ''] = parts;
  return { head, yaml, rest };
};

/** Whether a file says of its article what another says, but for the withdrawal. */
const saysTheSame = (file: string, article: Article, withdrawn: Withdrawal | null): boolean =>
  JSON.stringify(parseArticle(file).article) === JSON.stringify({ ...article, withdrawn });

const parsed = (file: string): Article => {
  const { article } = parseArticle(file);
  if (article === null) throw new Error('a faulty file was to be withdrawn or restored');
  return article;
};

/**
 * The file of an article with its withdrawal: lines added at the end of the record, so that taking them away gives the
 * file as it was, byte for byte. A record that has no room for lines (one in braces) is written anew.
 */
export const withdrawInFile = (file: string, withdrawal: Withdrawal): string => {
  const article = parsed(file);
  const { head, yaml, rest } = toParts(file);
  const { withdrawnAt, reason, by } = withdrawal;
  const fields = { withdrawnAt, reason, ...(by === null ? {} : { by }) };
  const newline = head.endsWith('\r\n') ? '\r\n' : '\n';
  const indent = /^ */.exec(yaml)?.[0] ?? '';
  const lines = stringify({ withdrawn: fields }, { lineWidth: 0, version: '1.2' }).trimEnd().split('\n');
  const block = lines.map((line) => indent + line + newline).join('');
  const added = [head + yaml + block + rest, head + block + yaml + rest];
  const whole = added.find((text) => saysTheSame(text, article, withdrawal));
  if (whole !== undefined) return whole;
  const record = parseDocument(yaml, { version: '1.2' });
  record.set('withdrawn', record.createNode(fields));
  return head + record.toString({ lineWidth: 0 }) + rest;
};

/** Where the lines of the withdrawal stand in a record; null where it has none of its own. */
const linesOfWithdrawal = (yaml: string): { start: number; end: number } | null => {
  const { contents } = parseDocument(yaml, { version: '1.2' });
  if (!isMap(contents) || contents.flow === true) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'withdrawn');
  if (!isNode(pair?.key) || !isNode(pair.value)) return null;
  const [from] = pair.key.range;
  const [, to] = pair.value.range;
  const start = yaml.lastIndexOf('\n', from) + 1;
  const end = yaml[to - 1] === '\n' ? to : yaml.indexOf('\n', to) + 1;
  return { start, end };
};

/** The file of an article without its withdrawal: what `withdrawInFile` was given, byte for byte. */
export const restoreInFile = (file: string): string => {
  const article = parsed(file);
  const { head, yaml, rest } = toParts(file);
  const lines = linesOfWithdrawal(yaml);
  if (lines !== null) {
    const text = head + yaml.slice(0, lines.start) + yaml.slice(lines.end) + rest;
    if (saysTheSame(text, article, null)) return text;
  }
  const record = parseDocument(yaml, { version: '1.2' });
  record.delete('withdrawn');
  return head + record.toString({ lineWidth: 0 }) + rest;
};
