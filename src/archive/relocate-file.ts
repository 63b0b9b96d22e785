import { isMap, isSeq, parseDocument } from 'yaml';

/** Where files of another archive lie in this one, by their paths there; those that keep their paths may be left out. */
export interface Relocation {
  readonly captures: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, string>;
}

const relocateRecord = (yaml: string, captures: ReadonlyMap<string, string>): string => {
  const record = parseDocument(yaml, { version: '1.2', uniqueKeys: false });
  const list: unknown = record.get('captures');
  let isChanged = false;
  for (const item of isSeq(list) ? list.items : []) {
    const file: unknown = isMap(item) ? item.get('file') : null;
    const moved = typeof file === 'string' ? (captures.get(file) ?? file) : file;
    if (moved === file || !isMap(item)) continue;
    item.set('file', moved);
    isChanged = true;
  }
  return isChanged ? record.toString({ lineWidth: 0 }) : yaml;
};

const figure = /^[ \t>]*:{3,}figure\b.*$/gm;
const source = /(\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))/;

/**
 * The file of an article of another archive, its captures and pictures named as they are here. All else stays as it
 * stands, to the byte where nothing has another name.
 */
export const relocateFile = (file: string, { captures, images }: Relocation): string => {
  const parts = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?\n)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(file);
  if (parts === null) return file;
  const [, head = '', yaml = '', rest = ''] = parts;
  const body = rest.replace(figure, (line) =>
    line.replace(source, (whole, before: string, ...values: (string | undefined)[]) => {
      const path = values.slice(0, 3).find((value) => value !== undefined) ?? '';
      const moved = images.get(path) ?? path;
      return moved === path ? whole : `${before}"${moved}"`;
    }),
  );
  return head + relocateRecord(yaml, captures) + body;
};
