import { setImmediate as afterAllPromises } from 'node:timers/promises';
import { ConcurrencyLimit } from './concurrency-limit';

const soon = () => Date.now() + 60_000;

describe('a lane', () => {
  it('lets as many run at once as it has places, the others in the order they came', async () => {
    const lane = new ConcurrencyLimit(2);
    const began: number[] = [];
    const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<undefined>());
    const all = ends.map((end, index) =>
      lane.run(soon(), async () => {
        began.push(index);
        await end.promise;
      }),
    );
    await afterAllPromises();
    expect(began).toEqual([0, 1]);
    ends[1]?.resolve(undefined);
    await all[1];
    await afterAllPromises();
    expect(began).toEqual([0, 1, 2]);
    for (const end of ends) end.resolve(undefined);
    await Promise.all(all);
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it('refuses whoever has not had a turn by his deadline, and gives the place to the next', async () => {
    const lane = new ConcurrencyLimit(1);
    const end = Promise.withResolvers<string>();
    const first = lane.run(soon(), () => end.promise);
    const late = lane.run(Date.now() + 20, () => Promise.resolve('late'));
    const next = lane.run(soon(), () => Promise.resolve('next'));
    await expect(late).rejects.toMatchObject({ code: 'office-busy', retryAfter: 5 });
    end.resolve('first');
    expect(await Promise.all([first, next])).toEqual(['first', 'next']);
  });

  it('goes on after a failure', async () => {
    const lane = new ConcurrencyLimit(1);
    await expect(lane.run(soon(), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await lane.run(soon(), () => Promise.resolve('next'))).toBe('next');
  });
});
