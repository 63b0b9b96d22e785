/** Query parameters that say how a reader came, or which face of the page was asked for, not what the page is. */
const trackingParameter = new RegExp(
  [
    'utm_\\w+|itm_\\w+|pk_\\w+|mtm_\\w+|hsa_\\w+|at_(?:medium|campaign|custom\\d*)|wt\\.\\w+',
    '(?:fb|g|d|y|ms|tt|tw)clid|gclsrc|gad_\\w+|g?braid|wbraid|srsltid|li_fat_id|mibextid|igshid|igsh',
    'zarsrc|gidzl|zalo_\\w+|mc_[ce]id|_hs(?:enc|mi)|_ga|_gl|ref_src|cmpid|ocid|spm|vero_id',
    'amp|amp_\\w+|usqp|outputtype',
  ]
    .map((names) => `^(?:${names})$`)
    .join('|'),
  'i',
);

const indexPage = /\/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$/i;

/** Hosts that show the same pages for other devices. */
const deviceHost = /^(?:www|m|mobile|wap|amp)\./;

/** Second-level names under which others register their own: what is left of a host must not be one of these. */
const registry = /^(?:(?:com|net|org|edu|gov|info|name|health|ac|biz|int|pro)\.)?[a-z]{2,}$/;

/** The URL of a web address; null for what is none. */
const toUrl = (address: string | null): URL | null => {
  const url = address === null ? null : URL.parse(address);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
};

/**
 * What two addresses of the same page have in common: the host without what names a device (`www.`, `m.`), and the path; with
 * the scheme and its port, the fragment, a slash at the end, `index.html` and tracking parameters left out, parameters
 * sorted. Null for what is no web address.
 */
export const canonicalAddress = (address: string | null): string | null => {
  const url = toUrl(address);
  if (url === null) return null;
  const kept = [...url.searchParams].filter(([name]) => !trackingParameter.test(name));
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const path = url.pathname
    .replace(indexPage, '/')
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  // Pages were linked as http://…:443 and the like, too.
  const port = ['', '80', '443'].includes(url.port) ? '' : `:${url.port}`;
  return `${siteHostOf(address) ?? ''}${port}${path}${query === '' ? '' : `?${query}`}`;
};

/** Whether an address is that of a whole site, which many a page gives as its own. */
export const isHomeAddress = (canonical: string): boolean => !/[/?]/.test(canonical);

/** The host name of a web address, in lower case and without `www.`; null for what is none. */
export const hostOf = (address: string | null): string | null => {
  const host =
    toUrl(address)
      ?.hostname.replace(/^www\./, '')
      .replace(/\.$/, '') ?? '';
  return host === '' ? null : host;
};

/** The host name of the site that an address belongs to, whatever device it is for; null for what is no web address. */
export const siteHostOf = (address: string | null): string | null => {
  const host = hostOf(address);
  const bare = host?.replace(deviceHost, '') ?? null;
  return bare === null || registry.test(bare) ? host : bare;
};
