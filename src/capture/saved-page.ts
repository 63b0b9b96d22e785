/** What a page says of its being saved. */
export interface SavedPage {
  readonly url: string | null;
  /** In milliseconds since 1970. */
  readonly savedMs: number | null;
}

/** How much of a page's beginning is looked at, in characters: single-file tools put whole style sheets after their mark. */
const markLength = 64 * 1024;

/** The marks of browsers and tools; each gives the address, and where it has one, the date. */
const marks: readonly RegExp[] = [
  /<!--\s*Page saved with SingleFile\s+url:\s*(?<url>\S+)\s+saved date:\s*(?<date>[^\r\n]*?)\s*(?:[\r\n]|-->)/i,
  /<!--\s*saved from url=\(\d+\)\s*(?<url>\S+?)\s*-->/i,
  /<meta\s+name="savepage-url"\s+content="(?<url>[^"]*)"(?:[^]*?<meta\s+name="savepage-date"\s+content="(?<date>[^"]*)")?/i,
];

/**
 * The address and the instant that a browser (Internet Explorer, Chrome, Edge) or a tool (SingleFile, Save Page WE)
 * wrote into a page when it saved it. An address that is none of the web (`about:internet`, `file:`) is null.
 */
export const readSavedPage = (html: string): SavedPage => {
  const head = html.slice(0, markLength);
  const mark = marks.map((pattern) => pattern.exec(head)?.groups).find((groups) => groups !== undefined);
  const url = mark?.url?.replaceAll('&amp;', '&') ?? '';
  const savedMs = Date.parse(mark?.date ?? '');
  return {
    url: /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
    savedMs: Number.isNaN(savedMs) ? null : savedMs,
  };
};
