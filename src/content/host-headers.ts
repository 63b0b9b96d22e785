import { hostPolicy } from './security-policy.ts';

/** Fields of every answer. */
export const securityFields: Readonly<Record<string, string>> = {
  'Content-Security-Policy': hostPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** By path below the base; no two but the first give the same field, as hosts join what several rules give. */
const rules: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] = [
  ['*', securityFields],
  // Named by what they hold.
  ['_site/*', forGood],
  ['images/*', forGood],
  // A capture is what somebody else's server sent: a file to keep, never a page of this site.
  [
    'ban-chup/*',
    { ...forGood, 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment' },
  ],
];

/**
 * The file `_headers`, which Netlify, Cloudflare Pages and others read in the root of what they serve. Every `*` ends its path:
 * some take what follows one for anything.
 */
export const printHostHeaders = (base: string): string =>
  rules
    .map(([path, fields]) =>
      [`${base}${path}`, ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('\n');
