import type { OpenFields } from './article-fields.ts';
import type { Admission, RecordLookup } from './plan-parts.ts';
import type { SearchRequest } from './search-answer.ts';
import type { OpenTable } from './table-reader.ts';

/** Fetches the articles' fields when they are first needed. */
export type FieldsLoader = () => Promise<OpenFields>;

/** What records say to a query's fields. */
export const recordLookup =
  (table: OpenTable, loadFields: FieldsLoader): RecordLookup =>
  async (test) => {
    if (test.field === 'dates') return table.overlaps(test.from, test.to);
    if (test.field === 'source') return table.isOfSource(test.value);
    return (await loadFields()).hasMeant(test.field, test.value);
  };

/** Whether a request's filters, not its query, leave any article out. */
export const isNarrowed = (request: SearchRequest): boolean =>
  [request.sources, request.sections, request.places, request.documents, request.authors].some(
    (values) => values !== undefined && values.length > 0,
  ) ||
  request.from !== undefined ||
  request.to !== undefined ||
  request.undated === true ||
  (request.within ?? []).length > 0;

/** The articles that a request's filters let through. */
export const requestFilter = async (
  request: SearchRequest,
  table: OpenTable,
  loadFields: FieldsLoader,
): Promise<Admission> => {
  const { sources = [], sections = [], places = [], documents = [], authors = [] } = request;
  const tests: ((article: number) => boolean)[] = [];
  if (sources.length > 0) tests.push((article) => sources.includes(table.sourceOf(article)));
  if (request.undated === true) tests.push((article) => table.dateOf(article) === null);
  else if (request.from !== undefined || request.to !== undefined) {
    tests.push(table.overlaps(request.from ?? null, request.to ?? null));
  }
  const listed = [
    ['section', sections],
    ['place', places],
    ['document', documents],
    ['author', authors],
  ] as const;
  for (const [field, values] of listed) {
    if (values.length > 0) tests.push((await loadFields()).hasValue(field, values));
  }
  return tests.length === 0 ? null : (article) => tests.every((holds) => holds(article));
};
