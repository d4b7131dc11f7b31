/**
 * `npm test`: runs every suite and says last, in one line, how it went. Arguments are passed on to Jest. In continuous
 * integration a few suites that failed run once more, alone (decision 0073).
 */
const { spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { clearRunFolder, makeRunFolder } = require('./support/run/run-folder.cjs');

const ROOT = join(__dirname, '..');
/** More failing suites than this are no accident of a busy machine. */
const MOST_RUN_AGAIN = 5;

main();

async function main() {
  const first = await run(process.argv.slice(2));
  const again = process.env.CI && first.failedSuites.length <= MOST_RUN_AGAIN ? first.failedSuites : [];
  if (again.length === 0) return end(first);
  console.log(`Run again, alone: ${again.join(', ')}`);
  const second = await run(['--runInBand', '--runTestsByPath', ...again]);
  console.log(`Failed beside the others${second.isGreen ? ', and passed alone' : ''}: ${again.join(', ')}`);
  end({
    passed: first.passed + first.failed - second.failed,
    failed: second.failed,
    skipped: first.skipped,
    isGreen: second.isGreen,
  });
}

function end({ passed, failed, skipped, isGreen }) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = isGreen ? 0 : 1;
}

/** One run of Jest in a folder of its own. */
async function run(args) {
  const folder = makeRunFolder();
  const results = join(folder, 'results.json');
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TEST_RUN_FOLDER: folder } },
  );
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => jest.kill(name));
  const code = await new Promise((resolve) => jest.on('close', resolve));
  const outcome = outcomeOf(results);
  await clearRunFolder(folder);
  return { ...outcome, isGreen: code === 0 && outcome.failed === 0 };
}

/** A suite that could not even be read counts as one failure; so does a run that never came to an end. */
function outcomeOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failedSuites: [] };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests, testResults } =
    JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
    failedSuites: testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(ROOT, name)),
  };
}
