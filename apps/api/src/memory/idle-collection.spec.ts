import { setTimeout as sleep } from 'node:timers/promises';
import { IdleCollection } from './idle-collection';

/** Enough work to be worth it, by the clock of this process alone. */
function work(): void {
  const begun = process.cpuUsage().user;
  while (process.cpuUsage().user - begun < 1_200_000);
}

/** What a minute of answers leaves behind: old enough that only a full collection finds it. */
function leaveBehind(): WeakRef<object> {
  const answers = Array.from({ length: 1_000_000 }, () => ({}));
  work();
  return new WeakRef(answers);
}

describe('a server that comes to rest', () => {
  it('collects what its work has left behind', async () => {
    const giveMemoryBack = new IdleCollection();
    giveMemoryBack.onApplicationBootstrap();
    const left = leaveBehind();
    // Nothing here needs room: of itself it would stay.
    while (left.deref() !== undefined) await sleep(500);
    giveMemoryBack.onApplicationShutdown();
  }, 60_000);
});
