/** `npm test`: runs every suite and says last, in one line, how it went. Arguments are passed on to Jest. */
const { spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { clearRunFolder, makeRunFolder } = require('./support/run-folder.cjs');

const folder = makeRunFolder();
const results = join(folder, 'results.json');
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(__dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: join(__dirname, '..'), stdio: 'inherit', env: { ...process.env, TEST_RUN_FOLDER: folder } },
);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => jest.kill(name));

jest.on('close', async (code) => {
  const counts = countsOf(results);
  await clearRunFolder(folder);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = code === 0 && counts.failed === 0 ? 0 : 1;
});

/** A suite that could not even be read counts as one failure; so does a run that never came to an end. */
function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
}
