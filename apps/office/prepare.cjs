/**
 * Runs before `npm start`, `npm test` and `npm run office`, on whatever Node started npm and without any package:
 * installs when a package of the lock file is missing, builds when sources have changed. Both are quick when there is
 * nothing to do. With `--tests` also the packages that only tests need, which have a lock file of their own in `test`.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const root = join(__dirname, '..', '..');
const binaries = join(root, 'node_modules', '.bin');
const PREPARING = join(root, '.preparing');
const WAIT_MS = 200;
const NEEDED_NODE = 24;
const INSTALLED = process.argv.includes('--tests') ? ['.', 'test'] : ['.'];
/** 68 MB for compiling add-ons of Node. Nothing here compiles any. */
const HEADERS_OF_NODE = ['x64', 'arm64'].map((processor) => `node_modules/node-linux-${processor}/include`);
const BUILD_FACTS = ['package.json', 'package-lock.json', 'tsconfig.json'];

const SERVER = {
  sentence: 'buildingServer',
  sources: ['libs', 'apps/api/src', 'apps/worker/src', 'apps/office', 'tsconfig.build.json', 'nest-cli.json'],
  stamp: join(root, 'dist', '.server-built-from'),
  output: ['dist/apps', 'dist/libs'],
  command: ['nest', 'build', 'api'],
};
const PAGE = {
  sentence: 'buildingPage',
  sources: ['libs', 'apps/web'],
  stamp: join(root, 'dist', '.page-built-from'),
  output: ['dist/web'],
  command: ['vite', 'build', 'apps/web', '--logLevel', 'warn'],
};

main();

function main() {
  waitUntilAlone();
  for (const folder of INSTALLED) if (!isInstalled(folder)) install(folder);
  refuseOldNode();
  if (process.argv.includes('--install-only')) return;
  for (const part of [SERVER, PAGE]) buildIfChanged(part);
}

/** Two preparations of one clone at once would break each other's build: the second waits, and finds it done. */
function waitUntilAlone() {
  for (;;) {
    try {
      writeFileSync(PREPARING, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(PREPARING, { force: true }));
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isRunning(PREPARING)) rmSync(PREPARING, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
}

/** Whether the process that wrote the lock still runs; an empty lock is just being written and counts. */
function isRunning(lock) {
  try {
    const maker = readFileSync(lock, 'utf8');
    return maker === '' || process.kill(Number(maker), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * npm records what it has installed; every package of the lock file must be recorded in its version and be there, except optional ones,
 * which may be left out but not be gone again. A record that came from elsewhere, or a folder that somebody removed, deceives nobody.
 */
function isInstalled(folder) {
  const noted = join(root, folder, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesOf(noted);
  const wanted = packagesOf(join(root, folder, 'package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    const found = installed[path];
    if (path === '') return true;
    if (!found) return optional === true || peer === true;
    return found.version === version && existsSync(join(root, folder, path, 'package.json'));
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** No package may run a script of its own here: none that we use needs to. */
function install(folder) {
  say('installing');
  const npm = process.env.npm_execpath;
  const kinds = ['--include=dev', '--include=optional', '--ignore-scripts'];
  const words = ['ci', '--prefix', join(root, folder), ...kinds, '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm ? run(process.execPath, [npm, ...words]) : run('npm', words);
  if (!done) refuse('installFailed');
  for (const headers of HEADERS_OF_NODE) rmSync(join(root, headers), { recursive: true, force: true });
}

/** On the usual platforms Node comes with the packages; elsewhere the user's own is used. */
function refuseOldNode() {
  const brought = existsSync(join(binaries, 'node')) || existsSync(join(binaries, 'node.cmd'));
  if (!brought && Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
    refuse('nodeTooOld', { version: process.version });
  }
}

function buildIfChanged({ sentence, sources, stamp, output, command }) {
  const fingerprint = fingerprintOf([...sources, ...BUILD_FACTS]);
  const built = output.every((folder) => existsSync(join(root, folder)));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  say(sentence);
  rmSync(stamp, { force: true });
  for (const folder of output) rmSync(join(root, folder), { recursive: true, force: true });
  const [program, ...words] = command;
  if (!run(join(binaries, program), words)) refuse('buildFailed');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** Of contents, not dates: a checkout of the same sources builds nothing. */
function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return /\.(spec|contract)\.ts$/.test(path) ? [] : [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => (name === 'node_modules' ? [] : filesIn(`${path}/${name}`)));
}

function run(program, words) {
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}` };
  return spawnSync(program, words, { cwd: root, stdio: 'inherit', env }).status === 0;
}

function say(code, parameters = {}) {
  const { PATRAVALI_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (PATRAVALI_LANG || LC_ALL || LC_MESSAGES || LANG || 'en').toLowerCase().startsWith('hi')
    ? 'hi'
    : 'en';
  const text = require(`../../libs/platform/messages/src/${language}/launcher.json`)[code];
  console.error(Object.entries(parameters).reduce((line, [name, value]) => line.replace(`{${name}}`, value), text));
}

function refuse(code, parameters) {
  say(code, parameters);
  process.exit(1);
}
