import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { toProblem, type Place, type Problem } from '../problem/problem.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { toTokens } from '../text/tokens.ts';
import type { Synonym } from './index-files.ts';

/** A form that a query could hold without quotes or operators. */
const isForm = (text: string): boolean => toTokens(text).length > 0 && !/["“”„‟«»:]|(?:^|\s)-/.test(text);

/**
 * Reads `content/synonyms.yml`: on each line an abbreviation and what it stands for (`UBND: Ủy ban nhân dân`), or several in a
 * list. What can't be read is left out. Problems: `yaml-invalid`, `record-field-invalid`.
 */
export const parseSynonyms = (file: string): { synonyms: Synonym[]; problems: Problem[] } => {
  const counter = new LineCounter();
  const parsed = parseDocument(file, { lineCounter: counter, prettyErrors: false, version: '1.2' });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const fault = parsed.errors[0];
  if (fault !== undefined) {
    const problem = toProblem('yaml-invalid', { reason: fault.code }, placeAt(fault.pos[0]));
    return { synonyms: [], problems: [problem] };
  }
  const { contents } = parsed;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { synonyms: [], problems: [] };
  const invalid = (field: string, value: unknown, place: Place): Problem => {
    const reason = 'expected an abbreviation and its full form, in words';
    return toProblem(
      'record-field-invalid',
      { field, value: JSON.stringify(value).slice(0, 80), reason },
      place,
    );
  };
  if (!isMap(contents))
    return { synonyms: [], problems: [invalid('synonyms', contents.toJSON(), { line: 1 })] };
  const synonyms: Synonym[] = [];
  const problems: Problem[] = [];
  for (const { key, value } of contents.items) {
    const short = isScalar(key) ? normaliseLine(String(key.value)) : '';
    for (const item of isSeq(value) ? value.items : [value]) {
      const long = isScalar(item) && typeof item.value === 'string' ? normaliseLine(item.value) : '';
      const place = isScalar(key) ? placeAt(key.range[0]) : {};
      if (isForm(short) && isForm(long)) synonyms.push([short, long]);
      else problems.push(invalid(short, isScalar(item) ? item.value : null, place));
    }
  }
  return { synonyms, problems };
};
