import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runFolder } from '../support/database/cluster';

const ROOT = join(__dirname, '../..');
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

/** What dependency-cruiser says of these folders under the rules of this repository. */
async function cruise(root: string, ...folders: string[]): Promise<string> {
  const options = ['--config', CONFIG, '--output-type', 'err', ...folders];
  const run = promisify(execFile)(process.execPath, [DEPCRUISE, ...options], { cwd: root });
  const { stdout } = await run.catch((failed: unknown) => failed as { stdout: string });
  return stdout;
}

/** A repository of two modules, of which one imports the other. */
function repository(from: string, to: string): string {
  const root = mkdtempSync(join(runFolder(), 'boundaries-'));
  const up = '../'.repeat(from.split('/').length - 1);
  const files = {
    'tsconfig.json': '{ "compilerOptions": { "module": "node20" } }',
    [from]: `import { there } from '${up}${to.replace('.ts', '')}';\nexport const here = there;\n`,
    [to]: 'export const there = 1;\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the boundaries of the modules', () => {
  it('are kept by every source', async () => {
    expect(await cruise(ROOT, 'apps', 'libs', 'test')).toContain('no dependency violations');
  }, 120_000);

  it.each([
    ['a platform module that knows an area', 'libs/platform/ledger/src/index.ts', 'libs/office/notes/src/index.ts'],
    ['a platform module that knows the schema', 'libs/platform/ledger/src/index.ts', 'libs/schema/src/index.ts'],
    ['an area that knows one above it', 'libs/office/notes/src/index.ts', 'libs/office/desk/src/index.ts'],
    ['an area that knows the schema', 'libs/office/notes/src/index.ts', 'libs/schema/src/index.ts'],
    ['a library that knows an application', 'libs/office/notes/src/index.ts', 'apps/api/src/index.ts'],
    ['the inside of another module', 'libs/office/desk/src/index.ts', 'libs/office/notes/src/note.ts'],
    ['a verifier that shares code', 'libs/verifier/src/index.ts', 'libs/platform/ledger/src/index.ts'],
    ['more than zod in the contract', 'libs/platform/contract/src/index.ts', 'libs/platform/errors/src/index.ts'],
  ])('refuse %s', async (_, from, to) => {
    expect(await cruise(repository(from, to), 'libs')).toContain(`${from} → ${to}`);
  });

  it('let an area know one below it and the platform', async () => {
    for (const to of ['libs/office/notes/src/index.ts', 'libs/platform/ledger/src/index.ts']) {
      expect(await cruise(repository('libs/office/desk/src/index.ts', to), 'libs')).toContain(
        'no dependency violations',
      );
    }
  });
});
