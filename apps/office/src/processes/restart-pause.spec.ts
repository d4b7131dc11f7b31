import { RestartPause } from './restart-pause';

describe('the pause before a process is started again', () => {
  it('grows while it dies again and again, up to ten seconds, and is short again after a quiet minute', () => {
    const pause = new RestartPause();
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((second) => pause.next(second * 1000))).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000,
    ]);
    expect(pause.next(7000 + 60_000)).toBe(10_000);
    expect(pause.next(67_000 + 60_001)).toBe(250);
  });
});
