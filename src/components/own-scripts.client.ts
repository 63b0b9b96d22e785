/** Trusted Types, as far as this page needs them, where the browser has them. */
interface TrustedTypesFactory {
  readonly defaultPolicy: object | null;
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string | null },
  ) => unknown;
}

/** What is below the base and ends as the build's own scripts do. */
const isOwn = (url: string): boolean => {
  const { origin, pathname } = new URL(url, location.href);
  return (
    origin === location.origin && pathname.startsWith(import.meta.env.BASE_URL) && pathname.endsWith('.js')
  );
};

/**
 * Lets a page start workers of the archive's own scripts, which its Content-Security-Policy forbids until somebody vouches for
 * their addresses. Nothing else is vouched for: no text becomes markup or script in any page.
 */
export const trustOwnScripts = (): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  if (trustedTypes?.defaultPolicy === null) {
    trustedTypes.createPolicy('default', { createScriptURL: (url) => (isOwn(url) ? url : null) });
  }
};
