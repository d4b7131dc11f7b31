/**
 * `npm run mutation`: breaks the rules and the lists of the office in small ways, one at a time, and counts how many of
 * the breakages a test notices. Fails if a group stays below its share. Arguments name groups or parts: without any, all
 * run. Reports, with every breakage that was missed: reports/mutation.
 */
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { clearRunFolder, makeRunFolder } = require('../support/run/run-folder.cjs');
const { groups } = require('./groups.cjs');
const { percentOf, readReport, showReport, showScore } = require('./scores.cjs');

const ROOT = join(__dirname, '../..');
const REPORTS = 'reports/mutation';
const RUN_SOURCE = join(ROOT, 'libs/platform/child-process/run-source.cjs');
const STRYKER = join(ROOT, 'test/node_modules/@stryker-mutator/core/bin/stryker.js');

let running;
let stopped = false;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    stopped = true;
    running?.kill(name);
  });
}
main(process.argv.slice(2));

async function main(wanted) {
  const folder = makeRunFolder();
  try {
    await run([RUN_SOURCE, join(__dirname, 'server.ts')], { TEST_RUN_FOLDER: folder });
    for (const [name, { atLeast, parts }] of Object.entries(groups)) {
      const chosen = Object.entries(parts).filter(
        ([part]) => wanted.length === 0 || wanted.includes(name) || wanted.includes(part),
      );
      if (stopped || (chosen.length > 0 && !(await holds(name, atLeast, chosen, folder)))) process.exitCode = 1;
    }
  } finally {
    await clearRunFolder(folder);
  }
}

/** Runs the parts of a group and says whether enough was noticed. */
async function holds(name, atLeast, parts, folder) {
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
