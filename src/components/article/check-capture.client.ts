import { payloadOfRecord } from '../../article/record-payload.ts';

/** How a check came out; the words of each stand in the page. */
type Outcome = 'same' | 'different' | 'missing' | 'unread' | 'unsafe';

interface Checked {
  readonly outcome: Outcome;
  /** Of what the record holds, where it could be read. */
  readonly found?: string;
}

/** Some hosts say that `.gz` is a coding, and the browser has unpacked it already. */
const unpack = async (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  packed[0] === 0x1f && packed[1] === 0x8b
    ? new Uint8Array(
        await new Response(
          new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')),
        ).arrayBuffer(),
      )
    : packed;

const toHex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

const fetchBytes = async (address: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
};

/** Fetches the WARC of one capture and compares its payload with the hash that the page tells. */
const checkCapture = async (address: string, sha256: string): Promise<Checked> => {
  // Browsers have no hashing on pages that came unprotected.
  if (!isSecureContext) return { outcome: 'unsafe' };
  const packed = await fetchBytes(address);
  if (packed === null) return { outcome: 'missing' };
  const payload = payloadOfRecord(await unpack(packed).catch(() => new Uint8Array()));
  if (payload === null) return { outcome: 'unread' };
  const found = toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(payload)));
  return { outcome: found === sha256 ? 'same' : 'different', found };
};

/** The button of each capture that checks it, and tells how it came out. */
export const startChecks = (): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-check]')) {
    const button = part.querySelector<HTMLButtonElement>('[data-check-now]');
    const status = part.querySelector<HTMLElement>('[data-check-status]');
    if (button === null || status === null || typeof DecompressionStream === 'undefined') continue;
    const { check = '', capture = '', running = '' } = part.dataset;
    button.hidden = false;
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      status.dataset.outcome = 'running';
      status.textContent = running;
      void checkCapture(capture, check).then(({ outcome, found = '' }) => {
        button.removeAttribute('aria-disabled');
        status.dataset.outcome = outcome;
        status.textContent = `${part.dataset[outcome] ?? ''}${outcome === 'different' ? ` ${found}` : ''}`;
      });
    });
  }
};
