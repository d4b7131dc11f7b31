/**
 * Runs before `npm start`, `npm test` and `npm run office`, on whatever Node started npm and without any package:
 * installs when the lock file asks for something that is not there, builds when sources changed. Both are quick to
 * find nothing to do.
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
  if (!isInstalled()) install();
  refuseOldNode();
  if (process.argv.includes('--install-only')) return;
  for (const part of [SERVER, PAGE]) buildIfChanged(part);
}

/** Two preparations of one clone at once would tear each other's build apart; the second waits, and finds it done. */
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
    if (!isAtWork(PREPARING)) rmSync(PREPARING, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
}

/** Whether the process that made the mark still lives; a mark that is just being written counts as alive. */
function isAtWork(mark) {
  try {
    const maker = readFileSync(mark, 'utf8');
    return maker === '' || process.kill(Number(maker), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm notes what it installed; every package of the lock file must be there in its version, but for optional ones. */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesOf(noted);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, { version, optional, peer }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true || peer === true);
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function install() {
  say('installing');
  const npm = process.env.npm_execpath;
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm ? run(process.execPath, [npm, ...words]) : run('npm', words);
  if (!done) refuse('installFailed');
}

/** Node comes with the packages on the usual machines; elsewhere the user's own serves. */
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

/** Content decides, not dates: a checkout of the same sources builds nothing. */
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
