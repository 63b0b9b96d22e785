import type { KeptName, KeptPart } from './kept-parts.ts';

/** The parts of the browser's store that belong to one archive. */
export interface KeptResponses {
  /** Keeps a response, while the reader wants things kept; its address becomes the newest. */
  readonly put: (part: KeptPart, address: string, response: Response) => Promise<void>;
  readonly find: (part: KeptPart, address: string) => Promise<Response | null>;
  readonly drop: (part: KeptPart, address: string) => Promise<void>;
  /** The oldest first. */
  readonly addresses: (part: KeptPart) => Promise<string[]>;
  /** Drops the oldest above a number, but for those that `stays` names. */
  readonly trim: (part: KeptPart, most: number, stays?: (address: string) => boolean) => Promise<void>;
}

/** The parts that belong to the archive below a base, such as `/kho/`. */
export const keptResponses = (base: string): KeptResponses => {
  const nameOf = (part: KeptPart): KeptName => `khobao ${base} ${part}`;
  const isOn = (): Promise<boolean> => caches.has(nameOf('on'));
  const open = async (part: KeptPart): Promise<Cache | null> =>
    (await caches.has(nameOf(part))) ? caches.open(nameOf(part)) : null;
  const addresses = async (part: KeptPart): Promise<string[]> =>
    ((await (await open(part))?.keys()) ?? []).map(({ url }) => url);
  const drop = async (part: KeptPart, address: string): Promise<void> => {
    await (await open(part))?.delete(address);
  };
  return {
    async put(part, address, response) {
      if (!(await isOn())) return;
      await (await caches.open(nameOf(part))).put(address, response);
      // The reader may have thought better of it meanwhile.
      if (!(await isOn())) await caches.delete(nameOf(part));
    },
    find: async (part, address) => (await (await open(part))?.match(address)) ?? null,
    drop,
    addresses,
    async trim(part, most, stays = () => false) {
      const free = (await addresses(part)).filter((address) => !stays(address));
      for (const address of free.slice(0, Math.max(0, free.length - most))) await drop(part, address);
    },
  };
};
