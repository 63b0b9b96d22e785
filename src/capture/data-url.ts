import { maxImageBytes } from './limits.ts';
import { decodeTransfer, toBytes } from './transfer-encoding.ts';

const pattern = /^data:([^,]{0,512}),/i;

/** The bytes that an address holds itself, as single-file tools put pictures into a page; null for any other address. */
export const readDataUrl = (address: string): Uint8Array | 'large' | null => {
  const [head, parameters = ''] = pattern.exec(address) ?? [];
  if (head === undefined) return null;
  // Three bytes take four letters, and a letter at most three signs.
  if (address.length > maxImageBytes * 4) return 'large';
  const binary = address
    .slice(head.length)
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return /;\s*base64\s*$/i.test(parameters) ? decodeTransfer(binary, 'base64') : toBytes(binary);
};
