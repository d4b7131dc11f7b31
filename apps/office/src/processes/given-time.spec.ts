import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { GivenTime } from './given-time';

const ITS_ID = 1;

describe('the time that a process is given', () => {
  it('is what went by, without what it or this process stood in the queue for a processor', () => {
    let now = 0;
    const queued = new Map([
      [ITS_ID, 5000],
      [process.pid, 300],
    ]);
    const given = new GivenTime(
      ITS_ID,
      () => now,
      (id) => queued.get(id) ?? 0,
    );
    now = 60_000;
    expect(given.ms()).toBe(60_000);
    queued.set(ITS_ID, 55_000);
    expect(given.ms()).toBe(10_000);
    queued.set(process.pid, 2300);
    expect(given.ms()).toBe(8000);
  });

  it('goes on while it stands still by its own fault, and once it is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    await once(child, 'spawn');
    process.kill(child.pid ?? 0, 'SIGSTOP');
    const given = new GivenTime(child.pid ?? 0);
    while (given.ms() === 0) await sleep(10);
    expect(given.ms()).toBeGreaterThan(0);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const before = given.ms();
    while (given.ms() === before) await sleep(10);
    expect(given.ms()).toBeGreaterThan(before);
  });
});
