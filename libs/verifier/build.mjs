/**
 * Builds the verifier into one file that runs with Node alone: `node libs/verifier/build.mjs [folder]`, by default to
 * dist/verifier/patravali-verify.mjs.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  configFile: false,
  root: here('.'),
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: here('src/main.ts'),
    outDir: process.argv[2] ?? here('../../dist/verifier'),
    emptyOutDir: true,
    target: 'node20',
    // Whoever is asked to run it can read it.
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: 'patravali-verify.mjs', banner: '#!/usr/bin/env node' },
    },
  },
});
