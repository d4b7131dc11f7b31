import { setTimeout as sleep } from 'node:timers/promises';
import { GiveMemoryBack } from './give-memory-back';

/** Enough work to be worth it, by the clock of this process alone. */
function work(): void {
  const begun = process.cpuUsage().user;
  while (process.cpuUsage().user - begun < 2_200_000);
}

describe('a server that comes to rest', () => {
  it('collects what its work has left behind', async () => {
    const giveMemoryBack = new GiveMemoryBack();
    giveMemoryBack.onApplicationBootstrap();
    const answers = [Array.from({ length: 1_000_000 }, () => ({}))];
    const left = new WeakRef(answers[0] ?? []);
    work();
    expect(left.deref()).toBe(answers.pop());
    // Nothing here needs room: of itself it would stay.
    for (let waited = 0; waited < 100 && left.deref() !== undefined; waited++) await sleep(200);
    giveMemoryBack.onApplicationShutdown();
    expect(left.deref()).toBeUndefined();
  }, 30_000);
});
