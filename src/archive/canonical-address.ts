/** Query parameters that say how a reader came, not what the page is. */
const trackingParameter =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|zarsrc|mc_[ce]id|igshid|_ga|_gl|ref_src|cmpid)$/i;

/**
 * What two addresses of the same page have in common: host without `www.` and path, with the scheme, the fragment, a slash at
 * the end, `index.html` and tracking parameters left out, parameters sorted. Null for what is no web address.
 */
export const canonicalAddress = (address: string | null): string | null => {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const kept = [...url.searchParams].filter(([name]) => !trackingParameter.test(name));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const path = url.pathname.replace(/\/index\.html?$/i, '/').replace(/\/+$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${hostOf(address) ?? ''}${port}${path}${query === '' ? '' : `?${query}`}`;
};

/** The host name of a web address, in lower case and without `www.`; null for what is none. */
export const hostOf = (address: string | null): string | null => {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.hostname.replace(/^www\./, '').replace(/\.$/, '') || null;
};
