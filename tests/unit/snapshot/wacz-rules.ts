import { createHash } from 'node:crypto';
import { gunzipSync, unzipSync } from 'fflate';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The lines of JSON in a text, each after what stands before its brace. */
export const jsonAfter = (lines: string): { before: string; json: Record<string, unknown> }[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      before: line.slice(0, line.indexOf('{')).trim(),
      json: JSON.parse(line.slice(line.indexOf('{'))) as Record<string, unknown>,
    }));

/** The index of a WACZ, all blocks unpacked. */
export const indexLines = (files: Readonly<Record<string, Uint8Array>>) => {
  const packed = files['indexes/index.cdx.gz'] ?? new Uint8Array();
  const [meta, ...blocks] = jsonAfter(text(files['indexes/index.idx']));
  const lines = blocks.flatMap(({ before, json: { offset, length } }) => {
    const block = text(gunzipSync(packed.subarray(Number(offset), Number(offset) + Number(length))));
    if (!block.startsWith(before)) throw new Error(`the block at ${String(offset)} begins otherwise`);
    return jsonAfter(block);
  });
  return { meta, lines };
};

/**
 * What breaks the rules of WACZ 1.1.1 in a file, as py-wacz and the specification have them.
 *
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export const faultsOfWacz = (bytes: Uint8Array): string[] => {
  const stored = new Set<string>();
  const files = unzipSync(bytes, {
    filter: ({ name, compression }) => {
      if (compression === 0) stored.add(name);
      return true;
    },
  });
  const faults: string[] = [];
  const must = (isSo: boolean, fault: string): void => {
    if (!isSo) faults.push(fault);
  };
  const datapackage = JSON.parse(text(files['datapackage.json'])) as {
    profile: string;
    wacz_version: string;
    created: string;
    software: string;
    resources: { name: string; path: string; hash: string; bytes: number }[];
  };
  must(datapackage.profile === 'data-package', 'profile');
  must(datapackage.wacz_version === '1.1.1', 'wacz_version');
  must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(datapackage.created), 'created');
  const sha256 = (data: Uint8Array | undefined): string =>
    `sha256:${createHash('sha256')
      .update(data ?? '')
      .digest('hex')}`;
  for (const { name, path, hash, bytes: length } of datapackage.resources) {
    must(/^[-a-z0-9._/]+$/.test(name), `name of ${path}`);
    must(sha256(files[path]) === hash, `hash of ${path}`);
    must(files[path]?.length === length, `bytes of ${path}`);
  }
  const listed = datapackage.resources.map(({ path }) => path);
  must(new Set(datapackage.resources.map(({ name }) => name)).size === listed.length, 'names');
  const own = ['datapackage.json', 'datapackage-digest.json'];
  must([...listed, ...own].sort().join() === Object.keys(files).sort().join(), 'not all files are listed');
  const digest = JSON.parse(text(files['datapackage-digest.json'])) as { path: string; hash: string };
  must(digest.path === 'datapackage.json', 'digest path');
  must(digest.hash === sha256(files['datapackage.json']), 'digest');
  for (const name of listed) must(!name.endsWith('.gz') || stored.has(name), `${name} is packed twice`);

  const { meta, lines } = indexLines(files);
  must(meta?.json.format === 'cdxj-gzip-1.0' && meta.json.filename === 'index.cdx.gz', 'index meta');
  const keys = lines.map(({ before, json }) => `${before} ${JSON.stringify(json)}`);
  must(keys.join('\n') === [...keys].sort().join('\n'), 'the index is not sorted');
  for (const { json } of lines) {
    const warc = files[`archive/${String(json.filename)}`];
    const start = Number(json.offset);
    const record = warc?.subarray(start, start + Number(json.length));
    const head = record === undefined ? '' : text(gunzipSync(record));
    must(
      head.startsWith('WARC/1.') && head.includes(`WARC-Target-URI: ${String(json.url)}`),
      String(json.url),
    );
  }
  const [head, ...pages] = jsonAfter(text(files['pages/pages.jsonl']));
  must(head?.json.format === 'json-pages-1.0' && typeof head.json.id === 'string', 'head of pages');
  const replayed = new Set(
    lines.map(({ before, json }) => `${before.split(' ')[1] ?? ''} ${String(json.url)}`),
  );
  for (const { json } of pages) {
    const ts = String(json.ts);
    must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(ts) && typeof json.title === 'string', `page ${ts}`);
    must(
      replayed.has(`${ts.replace(/\D/g, '')} ${String(json.url)}`),
      `no record of page ${String(json.url)}`,
    );
  }
  return faults;
};
