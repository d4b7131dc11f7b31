import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runFolder } from '../support/database/cluster';

const ROOT = join(__dirname, '../..');
const CONFIG = join(__dirname, 'fixtures/tried/jest.config.cjs');
const LOOKED_EVERY_MS = 20;

interface Run {
  readonly child: ChildProcess;
  readonly folder: string;
  /** What it printed, and what it ended with. */
  readonly ended: Promise<{ code: number | null; lines: string[] }>;
}

/** The runner on suites of its own: `TEST_TOTALS` is what continuous integration sets. */
function run(which: string, { inIntegration = false } = {}): Run {
  const folder = mkdtempSync(join(runFolder(), 'runner-'));
  const child = spawn(process.execPath, ['test/run.cjs', `--config=${CONFIG}`], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      WHICH: which,
      MARKS: folder,
      TEST_REPORTS: join(folder, 'reports'),
      TEST_TOTALS: inIntegration ? join(folder, 'totals') : '',
    },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, lines: said.trim().split('\n') }));
  return { child, folder, ended };
}

const reportsIn = (folder: string) =>
  readdirSync(join(folder, 'reports')).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, 'reports', name), 'utf8')) as {
        again: { suite: string; why: string }[];
        suites: { suite: string; processor: number; wall: number; status: string }[];
      },
  );

/** `Z` for a process that has ended and of which nobody has taken note yet; nothing when it is gone. */
function stateOf(id = ''): string {
  try {
    return /\) (\w) /.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

describe('a run of the tests', () => {
  it('ends with one line, fails with one test, and never tries again', async () => {
    const { ended, folder } = run('passes,fails,fails-once');
    const { code, lines } = await ended;
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 2 failed, 0 skipped');
    expect(reportsIn(folder)).toMatchObject([{ again: [] }]);
  });

  it('writes what each suite took', async () => {
    const { ended, folder } = run('passes');
    expect((await ended).code).toBe(0);
    const [report] = reportsIn(folder);
    expect(report?.suites).toEqual([
      expect.objectContaining({ suite: 'test/runner/fixtures/tried/passes.spec.ts', status: 'passed' }),
    ]);
    expect(report?.suites[0]?.processor).toBeGreaterThan(0);
    expect(report?.suites[0]?.wall).toBeGreaterThan(0);
  });

  it('in continuous integration tries again beside a load, names what passed only then, and says why it was tried', async () => {
    const { ended, folder } = run('passes,fails-once', { inIntegration: true });
    const { code, lines } = await ended;
    expect(code).toBe(0);
    expect(lines.slice(-2)).toEqual([
      'Passed only at the second try: test/runner/fixtures/tried/fails-once.spec.ts',
      '2 passed, 0 failed, 0 skipped',
    ]);
    expect(reportsIn(folder).flatMap(({ again }) => again)).toEqual([
      {
        suite: 'test/runner/fixtures/tried/fails-once.spec.ts',
        why: expect.stringContaining('fails at the first try') as string,
      },
    ]);
  });

  it('in continuous integration fails with what fails twice', async () => {
    const { ended } = run('passes,fails', { inIntegration: true });
    const { code, lines } = await ended;
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped');
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const { child, ended, folder } = run('never-ends');
    const started = join(folder, 'started');
    while (!existsSync(started) && child.exitCode === null) await pause(LOOKED_EVERY_MS);
    const [id, folderOfTheRun = ''] = readFileSync(started, 'utf8').split(' ');
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(stateOf(id)).toMatch(/^Z?$/);
    expect(existsSync(folderOfTheRun)).toBe(false);
  });
});
