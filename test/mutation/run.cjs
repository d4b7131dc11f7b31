/**
 * `npm run mutation`: breaks the rules and the lists of the office in small ways, one at a time, and counts how many of
 * the breakages a test notices. Fails if a group stays below its share. Arguments name groups or parts: without any, all
 * run. Reports, with every breakage that was missed: reports/mutation.
 *
 *     npm run mutation -- --changed='7 days ago' --minutes=10
 *
 * takes the parts of which a source has changed since then, in an order that another day begins elsewhere, until the time is over; the one under
 * way then is left, and what was not reached is named.
 */
const { execFileSync, spawn } = require('node:child_process');
const { globSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { clearRunFolder, makeRunFolder } = require('../support/run/run-folder.cjs');
const { groups } = require('./groups.cjs');
const { percentOf, readReport, showReport, showScore } = require('./scores.cjs');

const ROOT = join(__dirname, '../..');
const DAY_MS = 86_400_000;
const ALONE_BELOW = 3;
const REPORTS = 'reports/mutation';
const RUN_SOURCE = join(ROOT, 'libs/platform/child-process/run-source.cjs');
const STRYKER = join(ROOT, 'test/node_modules/@stryker-mutator/core/bin/stryker.js');

let running;
let stopped = false;
let timeIsOver = false;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    stopped = true;
    running?.kill(name);
  });
}
main(process.argv.slice(2));

async function main(words) {
  const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const [since, minutes] = [option('changed'), Number(option('minutes') ?? Infinity)];
  const wanted = words.filter((word) => !word.startsWith('--'));
  const changed = since === undefined ? undefined : changedSince(since);
  const chosen = Object.entries(groups).map(([name, { atLeast, parts }]) => ({
    name,
    atLeast,
    parts: Object.entries(parts).filter(
      ([part, { mutate }]) =>
        (wanted.length === 0 || wanted.includes(name) || wanted.includes(part)) &&
        (!changed || touches(changed, mutate)),
    ),
  }));
  const end = Date.now() + minutes * 60_000;
  const timer =
    Number.isFinite(minutes) && setTimeout(() => (timeIsOver = true) && running?.kill('SIGTERM'), minutes * 60_000);
  const folder = makeRunFolder();
  const left = [];
  try {
    await run([RUN_SOURCE, join(__dirname, 'server.ts')], { TEST_RUN_FOLDER: folder });
    for (const { name, atLeast, parts } of since === undefined ? chosen : begunElsewhere(chosen)) {
      if (Date.now() >= end) left.push(...parts.map(([part]) => part));
      else if (stopped || (parts.length > 0 && !(await holds(name, atLeast, parts, folder, left))))
        process.exitCode = 1;
    }
  } finally {
    clearTimeout(timer);
    await clearRunFolder(folder);
  }
  if (left.length > 0) console.log(`Not reached in ${minutes} minutes: ${left.join(', ')}`);
}

/** Each part as a group of its own; each day begins with another. A share is asked of whole groups: a part alone may stay a little below. */
function begunElsewhere(chosen) {
  const parts = chosen.flatMap(({ name, atLeast, parts }) =>
    parts.map((part) => ({ name, atLeast: atLeast - ALONE_BELOW, parts: [part] })),
  );
  const first = parts.length === 0 ? 0 : Math.floor(Date.now() / DAY_MS) % parts.length;
  return [...parts.slice(first), ...parts.slice(0, first)];
}

function changedSince(since) {
  const log = execFileSync('git', ['log', `--since=${since}`, '--name-only', '--format='], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
  return new Set(log.toString().split('\n').filter(Boolean));
}

function touches(changed, mutate) {
  const globs = mutate.filter((glob) => !glob.startsWith('!'));
  return globSync(globs, { cwd: ROOT }).some((path) => !path.endsWith('.spec.ts') && changed.has(path));
}

/** Runs the parts of a group and says whether enough was noticed. */
async function holds(name, atLeast, parts, folder, left) {
  const all = [];
  for (const [part, { mutate, tests, ignoreStatic }] of parts) {
    const report = `${REPORTS}/${name}-${part}`;
    const start = Date.now();
    rmSync(join(ROOT, `${report}.json`), { force: true });
    await run([STRYKER, 'run', '--logLevel', 'warn'], {
      MUTATION_FILES: JSON.stringify(mutate),
      MUTATION_TESTS: JSON.stringify(tests),
      MUTATION_STATIC: ignoreStatic ? 'ignored' : 'included',
      MUTATION_REPORT: report,
      TEST_RUN_FOLDER: folder,
    });
    const files = readReport(join(ROOT, `${report}.json`));
    if (timeIsOver) {
      left.push(part);
      return true;
    }
    if (stopped || !files) return false;
    console.log(`${name}: ${part}, ${Math.round((Date.now() - start) / 1000)} s`);
    showReport(files);
    all.push(...Object.values(files).flatMap(({ mutants }) => mutants));
  }
  console.log(`${showScore(all)}  ${name} together; at least ${atLeast} % is asked`);
  return percentOf(all) >= atLeast;
}

/** Another process of Node, and what it ends with. */
function run(words, told) {
  running = spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...told } });
  return new Promise((resolve) => running.on('close', resolve));
}
