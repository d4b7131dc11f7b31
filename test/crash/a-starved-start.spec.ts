import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { openOffice, RunningOffice } from '../support/processes/running-office';

const BUSY = 60;
/** Nobody waits so long: it ends a test that would never end. */
const OPEN_WITHIN_MS = 1_500_000;
/** Works without a pause, and ends by itself when the test is gone. Each counts for itself where processors are shared by session. */
const aBusyProcess = (): ChildProcess =>
  spawn(
    'sh',
    ['-c', 'while kill -0 "$0"; do i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done; done', `${process.pid}`],
    {
      detached: true,
      stdio: 'ignore',
    },
  );

describe('an office that starts while sixty processes want the processors', () => {
  const busy: ChildProcess[] = [];
  const rest = () => busy.splice(0).forEach((each) => each.kill('SIGKILL'));
  let prepared: string;
  let office: RunningOffice;
  beforeAll(async () => {
    const { office: first } = await openOffice();
    prepared = first.dataFolder;
    await first.stop();
  }, 300_000);
  afterAll(async () => {
    rest();
    await office.stop();
  }, 120_000);

  it(
    'opens, however long that takes, and nothing of it is replaced meanwhile',
    async () => {
      for (let count = 0; count < BUSY; count++) busy.push(aBusyProcess());
      const begun = Date.now();
      office = new RunningOffice({ dataFolder: prepared });
      const url = await office.url(OPEN_WITHIN_MS);
      const { status } = await fetch(`${url}/health/ready`);
      const seconds = Math.round((Date.now() - begun) / 1000);
      process.stdout.write(`open after ${seconds} s, the load of the last minute being ${loadavg()[0]?.toFixed(0)}\n`);
      expect(busy.every(({ exitCode, signalCode }) => exitCode === null && signalCode === null)).toBe(true);
      rest();
      expect(status).toBe(200);
      // Each part that ends and is started again is noted there.
      expect(existsSync(join(prepared, 'crashes.jsonl'))).toBe(false);
      expect(office.output).not.toMatch(/again|no longer/);
    },
    OPEN_WITHIN_MS + 60_000,
  );
});
