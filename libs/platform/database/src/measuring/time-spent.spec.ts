import { setTimeout as sleep } from 'node:timers/promises';
import { countingTime, spending, timed, TimeSpent } from './time-spent';

describe('the time that a request waits', () => {
  const clock = jest.spyOn(performance, 'now');
  let now = 0;
  beforeAll(() => clock.mockImplementation(() => now));
  afterAll(() => clock.mockRestore());

  it('is counted once for what it asks at the same time, and apart for database and store', async () => {
    const spent = new TimeSpent();
    await countingTime(spent, async () => {
      const [first, second, third] = [
        Promise.withResolvers<null>(),
        Promise.withResolvers<null>(),
        Promise.withResolvers<null>(),
      ];
      const asked = [
        spending('database', () => first.promise),
        spending('database', () => second.promise),
        spending('store', () => third.promise),
      ];
      now += 10;
      first.resolve(null);
      await sleep(0);
      now += 10;
      second.resolve(null);
      await sleep(0);
      now += 10;
      third.resolve(null);
      await Promise.all(asked);
    });
    expect([spent.ms('database'), spent.ms('store')]).toEqual([20, 30]);
  });

  it('ends with a failure too, and what nobody waits for is not counted', async () => {
    const spent = new TimeSpent();
    const store = timed('store', {
      put: () => Promise.reject(new Error('full')),
      list: () => {
        throw new Error('away');
      },
    });
    await countingTime(spent, async () => {
      await expect(store.put()).rejects.toThrow('full');
      expect(() => store.list()).toThrow('away');
      now += 10;
    });
    expect(spent.ms('store')).toBe(0);
    await expect(store.put()).rejects.toThrow('full');
  });
});
