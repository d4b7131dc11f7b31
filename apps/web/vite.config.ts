import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, runnerImport, type UserConfig } from 'vite';
import type * as Contract from '../../libs/office/contract/src/index';
import { makePageFonts } from './page-fonts.ts';
import { routesOf } from './routes.ts';
import { words } from './words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/web');
const pageFonts = here('../../dist/page-fonts');
const CONTRACT = here('../../libs/office/contract/src/index.ts');
/** The modules of the repository that the page shares with the server. */
const SHARED = {
  '@patravali/contract-base': here('../../libs/platform/contract-base/src/index.ts'),
  '@patravali/contract': CONTRACT,
  '@patravali/devanagari': here('../../libs/platform/devanagari/src/index.ts'),
  '@patravali/verifier': here('../../libs/verifier/src/in-browser.ts'),
  '@language': here('../../libs/platform/language/src'),
  '@messages': here('../../libs/office/messages/src'),
};
const WORTH_COMPRESSING = /\.(js|css|html|svg|json|wasm)$/;

/** Lays `.br` and `.gz` beside each asset, so that the server never compresses one while somebody waits. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle: async () => {
      const entries = await readdir(outDir, { recursive: true });
      for (const entry of entries.filter((name) => !name.startsWith('.') && WORTH_COMPRESSING.test(name))) {
        const path = join(outDir, entry);
        const bytes = await readFile(path);
        const quality = bytes.length > 1_000_000 ? 9 : 11;
        const brotli = await promisify(brotliCompress)(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: quality },
        });
        await writeFile(`${path}.br`, brotli);
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      }
    },
  };
}

/** `virtual:routes`: what the page needs of the contract. With the schemas beside it the page would load all of zod. */
function routes(contract: typeof Contract): Plugin {
  const id = 'virtual:routes';
  const source = Object.entries(routesOf(contract)).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  return {
    name: 'routes',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    load: (wanted) => (wanted === `\0${id}` ? source.join('\n') : undefined),
  };
}

/** Files of the verifier that ask Node, and what stands in their place in the page. */
const IN_BROWSER: Readonly<Record<string, string>> = {
  cryptography: here('src/verify/cryptography.ts'),
  inflate: here('src/verify/inflate.ts'),
};

function verifierInBrowser(): Plugin {
  return {
    name: 'verifier-in-browser',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      importer.includes('/libs/verifier/src/') ? IN_BROWSER[basename(source)] : undefined,
  };
}

/** The verifier as one file, which the server gives to strangers: it runs without the page and without the office. */
function verifierAsFile(): Plugin {
  return {
    name: 'verifier-as-file',
    apply: 'build',
    closeBundle: async () => {
      await promisify(execFile)(process.execPath, [here('../../libs/verifier/build.mjs'), join(outDir, 'verifier')]);
    },
  };
}

/** What the contract makes schemas with. */
const MAKE_SCHEMAS: readonly (keyof typeof Contract)[] = ['oneLine', 'operation', 'pageOf', 'storable', 'typed'];
/**
 * A call is left out by the name before it, whoever bears that name: of the contract's functions none may be named, or what is
 * pushed to an array that bears the name of one would be lost.
 */
const isSchema = (name: string) => /^[A-Z]/.test(name);

/** It stays a piece of its own: its name bears the hash of all others, by which a new version is known. */
const BEGINNING = /\/(index\.html|src\/app\/main\.tsx)$/;
const SIGN_IN = /\/src\/identity\/sign-in\/SignInPage\.tsx$/;
/** Bytes, before they are made small, for which no piece of its own is worth while. */
const SMALL = 20_000;
/** What follows by itself. */
const DESK_LATER = /\/src\/(notices\/(Bell|hear)|desk\/(filter\/DeskTools|first-steps\/FirstSteps))\.tsx?$/;
/** What begins the desk. */
const DESK = /\/src\/app\/frame\/beginning\.ts$/;

export default defineConfig(async (): Promise<UserConfig> => {
  await makePageFonts(here('src/ui/theme/fonts.css'), pageFonts);
  const { module: contract } = await runnerImport<typeof Contract>(CONTRACT, {
    configFile: false,
    resolve: { alias: SHARED },
  });
  return {
    root: here('.'),
    plugins: [react(), routes(contract), words(), verifierInBrowser(), verifierAsFile(), precompress()],
    worker: { plugins: () => [verifierInBrowser()] },
    resolve: {
      alias: {
        ...SHARED,
        'page-fonts': pageFonts,
      },
    },
    // The server puts the nonce of its answer in this place.
    html: { cspNonce: 'NONCE-OF-THIS-ANSWER' },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
    build: {
      outDir,
      emptyOutDir: true,
      // Which piece loads which: tests weigh by it what a page loads at first. It is not served.
      manifest: true,
      rolldownOptions: {
        // The contract's schemas are the server's business: the page takes only its lists and types, and no zod. To make
        // a schema from another one changes nothing, so what is not used is left out.
        treeshake: {
          moduleSideEffects: [
            {
              test: /libs\/(platform\/contract-base|office\/(\w+\/)?contract)\/|node_modules\/zod/,
              sideEffects: false,
            },
          ],
          manualPureFunctions: ['z', ...MAKE_SCHEMAS, ...Object.keys(contract).filter(isSchema)],
        },
        output: {
          // With each group comes what its modules cannot run without: the desk in few pieces instead of a hundred, each
          // of which would cost a head of half a kilobyte.
          codeSplitting: {
            groups: [
              { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\//, priority: 4 },
              { name: 'every-page', tags: ['$initial'], test: (id) => !BEGINNING.test(id), priority: 3 },
              { name: 'sign-in', test: SIGN_IN, priority: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL },
              { name: 'desk', test: DESK, priority: 1 },
              { name: 'desk-later', test: DESK_LATER },
            ],
          },
        },
      },
    },
  };
});
