import { RequestPace } from './request-pace';

const PER_SECOND = 10;
const AT_ONCE = 2 * PER_SECOND;

describe('the pace of one person', () => {
  const asks = (pace: RequestPace, times: number, at: number, person = 'vinod') =>
    Array.from({ length: times }, () => pace.take(person, at));

  it('lets a page ask all that it shows at once, and then one after the other', () => {
    const pace = new RequestPace(PER_SECOND);
    expect(asks(pace, AT_ONCE, 0)).toEqual(Array(AT_ONCE).fill(0));
    expect(asks(pace, 3, 0)).toEqual([100, 200, 300]);
    expect(asks(pace, 1, 250)).toEqual([150]);
  });

  it('never lets others wait', () => {
    const pace = new RequestPace(PER_SECOND);
    asks(pace, AT_ONCE + 50, 0);
    expect(asks(pace, AT_ONCE, 0, 'pooja')).toEqual(Array(AT_ONCE).fill(0));
  });

  it('gives back what was not used, and no more', () => {
    const pace = new RequestPace(PER_SECOND);
    asks(pace, AT_ONCE, 0);
    expect(asks(pace, 11, 1_000)).toEqual([...Array<number>(10).fill(0), 100]);
    expect(asks(pace, AT_ONCE + 1, 3_600_000)).toEqual([...Array<number>(AT_ONCE).fill(0), 100]);
  });

  it('refuses what would wait longer than ten seconds, and does not count it', () => {
    const pace = new RequestPace(PER_SECOND);
    expect(asks(pace, AT_ONCE + 100, 0).at(-1)).toBe(10_000);
    for (const at of [0, 50]) {
      expect(() => pace.take('vinod', at)).toThrow(
        expect.objectContaining({ code: 'too-many-requests', retryAfter: 10 }) as Error,
      );
    }
    expect(pace.take('vinod', 100)).toBe(10_000);
  });

  it('is nobody’s where none is set', () => {
    expect(Math.max(...asks(new RequestPace(), 1_000, 0))).toBe(0);
  });

  it('forgets who has not asked for a while', () => {
    const pace = new RequestPace(PER_SECOND);
    for (let person = 0; person < 1_500; person++) pace.take(`${person}`, person * 100);
    expect((pace as unknown as { doneAt: Map<string, number> }).doneAt.size).toBeLessThan(1_001);
  });
});
