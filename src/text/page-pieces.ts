/** A stretch of a page's source: what a reader sees (`isText`), or a tag, a comment, a script. */
export interface PagePiece {
  readonly isText: boolean;
  readonly source: string;
}

const rawElement = /^<(script|style)\b/i;

/** The pieces of a page, in order; together they are its source. Takes time in proportion to its length. */
export function* toPagePieces(html: string): Generator<PagePiece, void, undefined> {
  const lower = html.toLowerCase();
  // Of as many characters, or places in it would not be places in the page.
  const sought = lower.length === html.length ? lower : html;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) yield { isText: true, source: html.slice(at, end) };
    if (open === -1) return;
    const raw = rawElement.exec(html.slice(open, open + 8))?.[1]?.toLowerCase();
    const isComment = html.startsWith('<!--', open);
    const close = isComment ? '-->' : raw === undefined ? '>' : `</${raw}`;
    const found = sought.indexOf(close, open);
    at = found === -1 ? html.length : raw === undefined ? found + close.length : found;
    yield { isText: false, source: html.slice(open, at) };
  }
}
