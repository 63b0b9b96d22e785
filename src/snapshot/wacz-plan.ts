import type { CaptureRecord } from '../article/capture-record.ts';
import type { ExportEntry } from './archive-for-export.ts';

/** The page that an article is in a WACZ. */
export interface PlannedPage {
  readonly id: string;
  readonly title: string;
  /** The newest that has bytes. */
  readonly capture: CaptureRecord;
}

/** A place in a WARC below the content folder. */
export const placeKey = ({ file, offset }: Pick<CaptureRecord, 'file' | 'offset'>): string =>
  `${file} ${String(offset)}`;

/** What goes into a WACZ, and what must not. */
export interface WaczPlan {
  /** By their places: the captures of articles that readers see. */
  readonly live: ReadonlyMap<string, CaptureRecord>;
  readonly pages: readonly PlannedPage[];
  /** The newest of their instants, in UTC; null without any. */
  readonly newest: string | null;
  /** Of withdrawn articles: places, hashes and addresses that no other article has. */
  readonly withheld: {
    readonly places: ReadonlySet<string>;
    readonly hashes: ReadonlySet<string>;
    readonly addresses: ReadonlySet<string>;
  };
}

const toUtc = (instant: string): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...all].filter((one) => !others.has(one)));

/** Gathers captures and pages of an archive. `addressKey` tells whether two addresses are one. */
export const planWacz = async (
  entries: AsyncIterable<ExportEntry>,
  addressKey: (url: string | null) => string | null,
): Promise<WaczPlan> => {
  const live = new Map<string, CaptureRecord>();
  const pages: PlannedPage[] = [];
  let newest: string | null = null;
  const of = () => ({ places: new Set<string>(), hashes: new Set<string>(), addresses: new Set<string>() });
  const shown = of();
  const gone = of();
  for await (const { isWithdrawn, article, former } of entries) {
    const side = isWithdrawn ? gone : shown;
    for (const one of [article, ...former]) {
      for (const url of [one.url, ...one.captures.map((capture) => capture.url)]) {
        const key = addressKey(url);
        if (key !== null) side.addresses.add(key);
      }
      for (const capture of one.captures) {
        side.places.add(placeKey(capture));
        side.hashes.add(capture.sha256);
        if (isWithdrawn) continue;
        live.set(placeKey(capture), capture);
        const at = toUtc(capture.capturedAt);
        if (newest === null || at > newest) newest = at;
      }
    }
    const last = article.captures
      .toSorted((a, b) => Date.parse(a.capturedAt) - Date.parse(b.capturedAt))
      .at(-1);
    if (!isWithdrawn && last !== undefined)
      pages.push({ id: article.id, title: article.title, capture: last });
  }
  return {
    live,
    pages,
    newest,
    withheld: {
      places: without(gone.places, shown.places),
      hashes: without(gone.hashes, shown.hashes),
      addresses: without(gone.addresses, shown.addresses),
    },
  };
};
