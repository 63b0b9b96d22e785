/** What kind of page lies at a path below the base, in which language: `nam/2024/` is a `nam/*`. */
const kindOf = (path: string): string => {
  const [, english = '', rest = ''] = /^(en\/)?(.*)$/.exec(path) ?? [];
  const [first = '', ...more] = rest.replace(/(^|\/)index\.html$/, '').split('/');
  return english + [first, ...more.map((part) => (/^trang-\d+$/.test(part) ? 'trang' : '*'))].join('/');
};

/** The largest page of each kind in a built site, by kind: its path below the base. */
export const kindsOfPages = (files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> => {
  const largest = new Map<string, { name: string; bytes: number }>();
  for (const [name, { length }] of files) {
    if (!name.endsWith('.html')) continue;
    const kind = kindOf(name);
    if (length > (largest.get(kind)?.bytes ?? 0)) largest.set(kind, { name, bytes: length });
  }
  return new Map([...largest].map(([kind, { name }]) => [kind, name.replace(/index\.html$/, '')]));
};
