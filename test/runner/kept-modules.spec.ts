import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');
const CONFIG = join(__dirname, 'fixtures/kept/jest.config.cjs');

describe('what the suites of a worker share', () => {
  it('is loaded once, and what a suite leaves in it is taken back', async () => {
    const words = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      JEST,
      '-i',
      '--json',
      '-c',
      CONFIG,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT }).catch(
      (failed: unknown) => failed as { stdout: string },
    );
    const { testResults, ...counts } = JSON.parse(stdout) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: { message: string }[];
    };
    expect(testResults.map(({ message }) => message)).toEqual(['', '']);
    expect(counts).toMatchObject({ numPassedTests: 6, numFailedTests: 0 });
  });
});
