import type { AstroIntegration } from 'astro';

const adapter = {
  name: 'khobao',
  entrypointResolution: 'auto',
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
} as const;

/**
 * Keeps the files that Astro makes on its way in `build.server`. Without an adapter that says so, every build to a folder
 * outside the checkout uses the same `.astro/.prerender`, and two at once spoil each other.
 */
export const ownBuildFolder: AstroIntegration = {
  name: 'khobao-build-folder',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter(adapter);
    },
  },
};
