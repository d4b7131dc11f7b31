import { readMatters } from './matters';
import { tellPast } from './past-story';
import { laterAtWork, workingDayAgo } from './working-time';

/** A Monday morning at half past nine in India, before the office opens. */
const MONDAY = new Date('2026-11-23T04:00:00Z');
const NOW = new Date('2026-11-25T08:00:00Z');

describe('the working time of the demo office', () => {
  it('goes from ten to half past five, and on Saturday evening to Monday', () => {
    const saturday = new Date('2026-11-21T11:55:30Z');
    expect(laterAtWork(saturday, 3)).toEqual(new Date('2026-11-21T11:58:30Z'));
    expect(laterAtWork(saturday, 10)).toEqual(new Date('2026-11-23T04:35:30Z'));
    expect(laterAtWork(MONDAY, 0)).toEqual(new Date('2026-11-23T04:30:00Z'));
  });

  it('leaves out Sundays and the second Saturday', () => {
    expect(laterAtWork(new Date('2026-11-13T11:59:00Z'), 5)).toEqual(new Date('2026-11-16T04:34:00Z'));
    expect(workingDayAgo(0, new Date('2026-11-15T08:00:00Z'))).toEqual(new Date('2026-11-13T04:30:00Z'));
    expect(workingDayAgo(1, NOW)).toEqual(new Date('2026-11-24T04:30:00Z'));
    expect(workingDayAgo(3, NOW)).toEqual(new Date('2026-11-21T04:30:00Z'));
  });
});

describe('the past of the demo office', () => {
  it('is told in the order of time, of working time alone, and not beyond now', async () => {
    for (const now of [NOW, MONDAY]) {
      const { steps } = tellPast(await readMatters(), now, workingDayAgo(12, now));
      expect(steps.length).toBeGreaterThan(1500);
      const times = steps.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(now.getTime());
      expect(steps.filter(({ at }) => laterAtWork(at, 0).getTime() !== at.getTime())).toEqual([]);
    }
  });

  it('is the same each time it is told, so that an interrupted seeding goes on with it', async () => {
    const tell = async (now: Date) => tellPast(await readMatters(), now, workingDayAgo(12, now));
    expect(await tell(NOW)).toEqual(await tell(NOW));
    const [earlier, later] = [await tell(NOW), await tell(new Date(NOW.getTime() + 3_600_000))];
    const steps = new Map(later.steps.map(({ key, step }) => [key, step]));
    expect(earlier.steps.filter(({ key, step }) => JSON.stringify(steps.get(key)) !== JSON.stringify(step))).toEqual(
      [],
    );
  });

  it('leaves no word in braces unfilled, but the references of notes', async () => {
    const told = JSON.stringify(tellPast(await readMatters(), NOW, NOW));
    expect(told.match(/\{(?!"|C\/\d|N\/\d)[^"}]*\}/g)).toBeNull();
  });
});
