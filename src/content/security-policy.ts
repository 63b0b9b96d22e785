/**
 * What a page may do: use what comes from the archive's own origin, and nothing else. No script, style or handler stands in a
 * page itself, and none is made of a text: scripts take their addresses from the one policy of `own-scripts.client.ts`.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** As each page says it. */
export const pagePolicy = directives.join('; ');

/** As a host says it: who may show the page in a frame of theirs is nothing that the page itself can say. */
export const hostPolicy = [...directives, "frame-ancestors 'none'"].join('; ');
