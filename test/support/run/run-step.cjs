/** One run of Jest over some projects, in a folder of its own. */
const { spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { loadavg } = require('node:os');
const { join, relative } = require('node:path');
const { report, serversOf, suitesOf } = require('./report.cjs');
const { clearRunFolder, makeRunFolder } = require('./run-folder.cjs');

const ROOT = join(__dirname, '..', '..', '..');
/** Jest asks its workers to end, and they their servers; what has not ended then is ended with the folder. */
const ENDS_WITHIN_MS = 3000;
const WEEK_MS = 7 * 86_400_000;

let running;
let interrupted = false;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    interrupted = true;
    running?.kill(name);
    setTimeout(() => running?.kill('SIGKILL'), ENDS_WITHIN_MS).unref();
  });
}

/** Whether somebody has interrupted the run. */
exports.stopped = () => interrupted;

/** @returns how many tests passed, failed and were skipped, and the suites of which one failed, with what Jest said of each. */
exports.runStep = (step, words) => (step.program ? runProgram(step) : runJest(step, words));

async function runProgram({ program }) {
  running = spawn(process.execPath, program, { cwd: ROOT, stdio: 'inherit' });
  const code = await new Promise((resolve) => running.on('close', resolve));
  running = undefined;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failedSuites: [], passedSuites: [] };
}

async function runJest({ name, projects, workers, environment = {}, halves = false, again = [] }, words) {
  const [begun, loadBefore, folder] = [Date.now(), Math.round(loadavg()[0] * 100) / 100, makeRunFolder()];
  const results = join(folder, 'results.json');
  running = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${results}`,
      '--passWithNoTests',
      ...(workers ? [`--maxWorkers=${workers}`] : []),
      ...(halves ? [`--shard=${1 + (Math.floor(begun / WEEK_MS) % 2)}/2`] : []),
      ...words,
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment, TEST_PROJECTS: projects.join(','), TEST_RUN_FOLDER: folder },
    },
  );
  const code = await new Promise((resolve) => running.on('close', resolve));
  running = undefined;
  const outcome = outcomeOf(results, code);
  if (!interrupted) {
    const [suites, servers] = [suitesOf(folder, outcome.results), serversOf(folder)];
    report({ name, begun, loadBefore, suites, servers, again });
  }
  await clearRunFolder(folder);
  return outcome;
}

/** A suite that could not even be read counts as one failure; so does a run that never came to an end. */
function outcomeOf(file, code) {
  const nothing = { passed: 0, failed: 1, skipped: 0, failedSuites: [], passedSuites: [], results: [] };
  if (!existsSync(file)) return nothing;
  const told = JSON.parse(readFileSync(file, 'utf8'));
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
    failedSuites: told.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name, message }) => ({ suite: relative(ROOT, name), why: message })),
    passedSuites: told.testResults.filter(({ status }) => status === 'passed').map(({ name }) => relative(ROOT, name)),
    results: told.testResults,
  };
}
