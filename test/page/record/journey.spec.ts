import type { MovementView, Named, PostRef } from '@patravali/contract';
import {
  askedBars,
  askedRows,
  barsOf,
  daysHeld,
  rowsOf,
  staysOf,
} from '../../../apps/web/src/movement/journey/journey-picture';

const CLOCK = { days: 2, limit: 7 };

describe('the journey of a file', () => {
  const journey = [
    movement(1, 'created', 'DH', { toLevel: 7 }),
    movement(2, 'forwarded', 'SO', { toLevel: 5, keptDays: 3 }),
    movement(3, 'forwarded', 'AO', { toLevel: 3, keptDays: 1, jumped: [post('US')] }),
    movement(4, 'returned', 'SO', { toLevel: 5, keptDays: 9, explanation: 'अभिलेख अप्राप्त' }),
    movement(5, 'pulled_back', 'AO', { toLevel: 3, keptDays: 0 }),
  ];

  it('is one stay for each desk it came to, the last still going on, each with how it came and how long it was', () => {
    expect(
      staysOf(journey, CLOCK).map(({ post, way, days, until }) => [post.marking, way, days, until !== null]),
    ).toEqual([
      ['DH', null, 3, true],
      ['SO', 'sent', 1, true],
      ['AO', 'jump', 9, true],
      ['SO', 'back', 0, true],
      ['AO', 'taken', 2, false],
    ]);
  });

  it('marks what was beyond the limit: by the office, or because it was explained', () => {
    const over = (clock: typeof CLOCK) => staysOf(journey, clock).map(({ isOverLimit }) => isOverLimit);
    expect(over(CLOCK)).toEqual([false, false, true, false, false]);
    expect(over({ days: 3, limit: 2 })).toEqual([true, false, true, false, true]);
    expect(over({ days: 3, limit: 20 })).toEqual([false, false, true, false, false]);
  });

  it('shows each desk once, the highest on top, so that a loop is seen as a loop', () => {
    expect(rowsOf(staysOf(journey, CLOCK)).map(({ post }) => post.marking)).toEqual(['AO', 'SO', 'DH']);
  });

  it('tells for each movement how long the desk kept the file', () => {
    expect([...daysHeld(journey, CLOCK)]).toEqual([
      [1, 3],
      [2, 1],
      [3, 9],
      [4, 0],
      [5, 2],
    ]);
  });

  it('counts days of the calendar where the register of long ago does not say', () => {
    const old = [movement(1, 'created', 'DH', { day: 1 }), movement(2, 'forwarded', 'SO', { day: 6 })];
    expect(staysOf(old, CLOCK).map(({ days, isOverLimit }) => [days, isOverLimit])).toEqual([
      [5, false],
      [2, false],
    ]);
  });

  it('draws the stays one after the other, at least over the whole width, none too short to be seen', () => {
    for (const hops of [2, 200]) {
      const moves = Array.from({ length: hops }, (_, n) =>
        movement(n + 1, n === 0 ? 'created' : 'forwarded', n % 2 === 0 ? 'DH' : 'SO', { keptDays: n % 20 }),
      );
      const stays = staysOf(moves, CLOCK);
      const bars = barsOf(stays, rowsOf(stays), 560);
      expect(bars[0]?.left).toBe(0);
      for (const [index, bar] of bars.entries()) {
        expect(bar.left).toBe(bars[index - 1]?.right ?? 0);
        expect(bar.right - bar.left).toBeGreaterThanOrEqual(18);
      }
      expect(bars.at(-1)?.right).toBeGreaterThanOrEqual(559.9);
    }
  });

  it('shows who was asked for an opinion while the file lay on a desk, from the question to the answer', () => {
    const moves = [
      movement(1, 'created', 'DH', { day: 1 }),
      movement(2, 'forwarded', 'SO', { day: 5, keptDays: 4 }),
      movement(3, 'forwarded', 'AO', { day: 9, keptDays: 4 }),
    ];
    const stays = staysOf(moves, CLOCK);
    const bars = barsOf(stays, rowsOf(stays), 560);
    const asked = (id: string, from: number, until: number | null) => ({
      id,
      post: post(id === 'again' ? 'JD' : id),
      isLate: false,
      from: instantOf(from),
      until: until === null ? null : instantOf(until),
    });
    const all = [asked('DD', 6, null), asked('JD', 1, 5), asked('again', 7, 9)];
    const shown = askedBars(all, bars, Date.parse(instantOf(11)));
    const [first, second, third] = bars.map(({ right }) => right) as [number, number, number];
    expect(shown.map(({ id, left, right }) => [id, left, right])).toEqual([
      ['JD', 0, first],
      ['DD', first + (second - first) / 4, third],
      ['again', first + (second - first) / 2, second],
    ]);
    expect(askedRows(shown).map(({ marking }) => marking)).toEqual(['JD', 'DD']);
    // Of a long journey only the end is drawn: who answered before that is not in it.
    expect(askedBars(all, bars.slice(2), Date.parse(instantOf(11))).map(({ id }) => id)).toEqual(['DD', 'again']);
  });

  it('is on no desk while it is closed', () => {
    const closed = [movement(1, 'created', 'DH', { day: 1 }), movement(2, 'closed', null, { day: 3, keptDays: 2 })];
    expect(staysOf(closed, { days: null, limit: 7 }).map(({ until }) => until)).toEqual(['2026-11-03T10:00:00+05:30']);
    expect([...daysHeld(closed, { days: null, limit: 7 })]).toEqual([[1, 2]]);
  });
});

function movement(
  sequence: number,
  kind: Named<MovementView>['kind'],
  to: string | null,
  { day = sequence, ...more }: Partial<Named<MovementView>> & { day?: number } = {},
): Named<MovementView> {
  return {
    sequence,
    kind,
    from: null,
    to: to === null ? null : post(to),
    by: { name: { hi: 'क', en: 'K' }, post: post('DH'), capacity: 'regular', actingFor: null },
    at: instantOf(day),
    action: null,
    urgency: null,
    dueOn: null,
    remarks: null,
    decision: null,
    recommendedTo: null,
    jumped: [],
    openedAt: null,
    keptDays: null,
    explanation: null,
    toLevel: null,
    stops: [],
    ...more,
  };
}

function post(marking: string): PostRef {
  return {
    id: marking,
    marking,
    markingHi: null,
    designation: { hi: marking, en: marking },
    unit: { hi: 'अ', en: 'U' },
  };
}

/** Of that day in November. */
function instantOf(day: number): string {
  return `2026-11-${String(1 + ((day - 1) % 30)).padStart(2, '0')}T10:00:00+05:30`;
}
