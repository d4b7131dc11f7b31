import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runFolder } from '../../support/database/cluster';

const ROOT = join(__dirname, '../../..');
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

type Import = readonly [what: string, from: string, to: string];

const REFUSED: readonly Import[] = [
  ['a platform module that knows an area', 'libs/platform/ledger/src/index.ts', 'libs/office/notes/src/index.ts'],
  ['a platform module that knows the schema', 'libs/platform/ledger/src/index.ts', 'libs/schema/src/index.ts'],
  ['an area that knows one above it', 'libs/office/notes/src/index.ts', 'libs/office/desk/src/index.ts'],
  ['an area that knows the schema', 'libs/office/notes/src/index.ts', 'libs/schema/src/index.ts'],
  ['a library that knows an application', 'libs/office/notes/src/index.ts', 'apps/api/src/index.ts'],
  ['the inside of another module', 'libs/office/desk/src/index.ts', 'libs/office/notes/src/note.ts'],
  ['a verifier that shares code', 'libs/verifier/src/index.ts', 'libs/platform/ledger/src/index.ts'],
  [
    'a database that knows what stands on it',
    'libs/platform/database/src/index.ts',
    'libs/platform/numbering/src/index.ts',
  ],
  ['a database that knows the store', 'libs/platform/database/src/index.ts', 'libs/platform/storage/src/index.ts'],
  ['a ledger that knows the store', 'libs/platform/ledger/src/index.ts', 'libs/platform/storage/src/index.ts'],
  ['what areas share that knows one', 'libs/office/authorization/src/index.ts', 'libs/office/notes/src/index.ts'],
  ['the contract of an area above', 'libs/office/notes/contract/notes.ts', 'libs/office/desk/contract/desk.ts'],
  ['a part of the contract outside it', 'libs/office/desk/src/index.ts', 'libs/office/notes/contract/notes.ts'],
  ['more than zod in the contract', 'libs/office/contract/src/index.ts', 'libs/platform/errors/src/index.ts'],
  ['more than zod in the contract of an area', 'libs/office/desk/contract/desk.ts', 'libs/office/desk/src/desk-row.ts'],
  ['a package in the contract', 'libs/platform/contract-base/src/index.ts', packaged('typeorm')],
  ['a package in the verifier', 'libs/verifier/src/index.ts', packaged('fflate')],
  ['a library that knows HTTP', 'libs/office/notes/src/index.ts', packaged('fastify')],
  [
    'a life cycle that knows the database',
    'libs/office/custody/src/file-custody/file-lifecycle.ts',
    packaged('typeorm'),
  ],
  [
    'a life cycle that knows the framework',
    'libs/office/custody/src/file-custody/file-lifecycle.ts',
    packaged('@nestjs/common'),
  ],
];
const ALLOWED: readonly Import[] = [
  ['an area that knows one below it', 'libs/office/audit/src/index.ts', 'libs/office/notes/src/index.ts'],
  ['an area that knows the platform', 'libs/office/audit/src/index.ts', 'libs/platform/ledger/src/index.ts'],
  ['an area that knows the database', 'libs/office/audit/src/index.ts', packaged('typeorm')],
  ['a ledger that knows the database', 'libs/platform/ledger/src/index.ts', 'libs/platform/database/src/index.ts'],
  ['the contract of an area below', 'libs/office/audit/contract/audit.ts', 'libs/office/notes/contract/notes.ts'],
  ['a contract of all areas', 'libs/office/contract/src/index.ts', 'libs/office/audit/contract/audit.ts'],
  ['zod in the contract', 'libs/platform/contract-base/src/index.ts', packaged('zod')],
  ['zod in the contract of an area', 'libs/office/audit/contract/audit.ts', packaged('zod')],
];

/** Where the package lies from which a module imports. */
function packaged(name: string): string {
  return `node_modules/${name}/index.ts`;
}

/** A repository of these modules, in which each imports what it is said to, and nothing else. */
function repository(imports: readonly Import[]): string {
  const root = mkdtempSync(join(runFolder(), 'boundaries-'));
  write(root, 'tsconfig.json', '{ "compilerOptions": { "module": "node20" } }');
  for (const path of new Set(imports.flatMap(([, from, to]) => [from, to]))) {
    const up = '../'.repeat(path.split('/').length - 1);
    const imported = imports.filter(([, from]) => from === path).map(([, , to]) => to);
    const lines = imported.map(
      (to, index) => `export { here as from${index} } from '${packageOf(to) ?? up + to.replace('.ts', '')}';\n`,
    );
    write(root, path, `${lines.join('')}export const here = 1;\n`);
  }
  return root;
}

const packageOf = (path: string) => /^node_modules\/(.+)\/index\.ts$/.exec(path)?.[1];

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Which imports dependency-cruiser refuses there under the rules of this repository. It looks at this one under `npm run lint`. */
async function refusedIn(root: string): Promise<string[]> {
  const options = ['--config', CONFIG, '--output-type', 'json', 'libs'];
  const run = promisify(execFile)(process.execPath, [DEPCRUISE, ...options], { cwd: root });
  const { stdout } = await run.catch((failed: unknown) => failed as { stdout: string });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; to: string }[] } };
  return summary.violations.map(({ from, to }) => `${from} → ${to}`);
}

describe('the boundaries of the modules', () => {
  let refused: string[];
  beforeAll(async () => {
    refused = await refusedIn(repository([...REFUSED, ...ALLOWED]));
  });

  it.each(REFUSED)('refuse %s', (_, from, to) => {
    expect(refused).toContain(`${from} → ${to}`);
  });

  it.each(ALLOWED)('let through %s', (_, from, to) => {
    expect(refused).not.toContain(`${from} → ${to}`);
  });

  it('refuse nothing else', () => {
    expect(new Set(refused).size).toBe(REFUSED.length);
  });
});
