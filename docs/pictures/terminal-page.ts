import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Printed } from './rehearse.ts';

const tokens = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'styles', 'tokens.css'), 'utf8');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The Vietnamese letters that DejaVu Sans Mono lacks. Those of DejaVu Sans are as wide, but for a hair. */
const lacking = `U+1EA2-1EAB, U+1EAE-1EAF, U+1EB2-1EB5, U+1EBA-1EBB, U+1EBE-1EC5, U+1ECE-1ED7, U+1EDE-1EDF, U+1EE6-1EE7,
  U+1EEC-1EED, U+1EF6-1EF7`;

const frame = `
  @font-face { font-family: 'Vietnamese letters'; src: local('DejaVu Sans'); unicode-range: ${lacking}; }
  @font-face { font-family: 'Vietnamese letters'; font-weight: bold; src: local('DejaVu Sans Bold'); unicode-range: ${lacking}; }
  body { margin: 0; padding: 1.5rem; background: var(--leaf); color: var(--ink); }
  main { background: var(--paper); border: 1px solid var(--rule-strong); border-radius: 6px; overflow: hidden; }
  header { display: flex; gap: 0.5rem; padding: 0.6rem 1rem; border-block-end: 1px solid var(--rule); }
  header i { inline-size: 0.7rem; block-size: 0.7rem; border-radius: 50%; background: var(--rule-strong); }
  p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.6 'Vietnamese letters', var(--mono); }
  section { padding: 1rem 1.25rem 1.25rem; }
  p.typed { color: var(--link); font-weight: bold; margin-block-end: 0.5rem; }
  p.error { color: var(--seal); }
  p.soft { color: var(--ink-soft); padding-inline-start: 2ch; text-indent: -2ch; }
`;

/** How a printed line is tinted: what went wrong, what is explained below it, or as it is. */
const kindOf = (line: string): string => {
  if (/^từ chối|  lỗi  /.test(line)) return 'error';
  return line.startsWith('  ') ? 'soft' : '';
};

/** What commands printed as a page that looks like a terminal, in the site's colours. */
export const terminalPage = (printed: Printed): string => {
  const lines = printed.text.trimEnd().split('\n');
  const shown = lines.map((line) => `<p class="${kindOf(line)}">${escaped(line) || ' '}</p>`).join('\n');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>khobao</title><style>${tokens}${frame}</style>
<main><header><i></i><i></i><i></i></header><section><p class="typed">&gt; ${escaped(printed.typed)}</p>
${shown}</section></main></html>`;
};
