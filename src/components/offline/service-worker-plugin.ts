import type { ViteUserConfig } from 'astro';

/** Beside the home page: a service worker sees to what lies below its own address. */
const fileName = 'sw.js';

/**
 * Builds the service worker as a file of its own. It runs in browsers that know no workers of modules, and so must import
 * nothing at run time: what it is made of, no page's script may use.
 */
export const serviceWorkerPlugin: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'khobao-service-worker',
  apply: 'build',
  buildStart() {
    if (this.environment.name !== 'client') return;
    this.emitFile({
      type: 'chunk',
      id: '/src/components/offline/service-worker.client.ts',
      fileName,
    });
  },
  generateBundle(_, bundle) {
    const chunk = bundle[fileName];
    if (chunk?.type === 'chunk' && chunk.imports.length + chunk.dynamicImports.length > 0) {
      this.error(`${fileName} imports ${[...chunk.imports, ...chunk.dynamicImports].join(', ')}`);
    }
  },
};
