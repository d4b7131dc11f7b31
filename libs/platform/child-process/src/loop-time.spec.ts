import { setTimeout as sleep } from 'node:timers/promises';
import { afterLoopTime } from './loop-time';

/** As long as a machine with too much to do, or a long computation, lets it wait. */
function hold(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe('a deadline by the time of the event loop', () => {
  it('comes about when the clock says so where nothing holds the process up', async () => {
    const begun = performance.now();
    await new Promise<void>((resolve) => {
      afterLoopTime(400, resolve);
      void sleep(1000);
    });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(390);
  });

  it('does not count what the process was held up', async () => {
    const over: true[] = [];
    afterLoopTime(500, () => over.push(true));
    hold(1000);
    await sleep(0);
    await sleep(0);
    expect(over).toEqual([]);
    while (over.length === 0) await sleep(10);
  });

  it('lets what has come in time be heard first', async () => {
    const told: string[] = [];
    afterLoopTime(100, () => told.push('late'));
    setImmediate(() => told.push('in time'));
    hold(300);
    while (!told.includes('late')) await sleep(10);
    expect(told).toEqual(['in time', 'late']);
  });

  it('is called off', async () => {
    let isOver = false;
    afterLoopTime(100, () => (isOver = true))();
    await sleep(400);
    expect(isOver).toBe(false);
  });
});
