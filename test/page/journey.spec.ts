import type { MovementView, Named, PostRef } from '@patravali/contract';
import { barsOf, daysHeld, longestOf, rowsOf, staysOf } from '../../apps/web/src/movement/journey/journey-picture';

const NOW = Date.parse('2026-11-24T12:00:00+05:30');

describe('the journey of a file', () => {
  const journey = [
    movement(1, 'created', 'DH', '2026-11-12'),
    movement(2, 'forwarded', 'SO', '2026-11-15'),
    movement(3, 'forwarded', 'AO', '2026-11-16'),
    movement(4, 'returned', 'SO', '2026-11-23'),
  ];

  it('is one stay for each desk it came to, the last still going on', () => {
    expect(staysOf(journey).map(({ post, until }) => [post.marking, until !== null])).toEqual([
      ['DH', true],
      ['SO', true],
      ['AO', true],
      ['SO', false],
    ]);
  });

  it('shows each desk once, so that a loop is seen as a loop', () => {
    expect(rowsOf(staysOf(journey)).map(({ marking }) => marking)).toEqual(['AO', 'SO', 'DH']);
  });

  it('knows the longest stay', () => {
    expect(longestOf(staysOf(journey), NOW)?.post.marking).toBe('AO');
  });

  it('tells for each movement how long the desk kept the file', () => {
    expect([...daysHeld(journey, NOW)]).toEqual([
      [1, 3],
      [2, 1],
      [3, 7],
      [4, 1],
    ]);
  });

  it('draws the stays one after the other over the whole width, none too short to be seen', () => {
    const stays = staysOf([movement(1, 'created', 'DH', '2026-01-01'), movement(2, 'forwarded', 'SO', '2026-11-24')]);
    const bars = barsOf(stays, rowsOf(stays), NOW, 0.05);
    expect(bars[0]?.left).toBe(0);
    expect(bars[1]?.left).toBeCloseTo(bars[0]?.right ?? 0);
    expect(bars[1]?.right).toBeCloseTo(1);
    expect((bars[1]?.right ?? 0) - (bars[1]?.left ?? 0)).toBeGreaterThan(0.04);
  });

  it('is on no desk while it is closed', () => {
    const closed = [movement(1, 'created', 'DH', '2026-11-01'), movement(2, 'closed', null, '2026-11-03')];
    expect(staysOf(closed).map(({ until }) => until)).toEqual([Date.parse('2026-11-03T10:00:00+05:30')]);
    expect([...daysHeld(closed, NOW)]).toEqual([[1, 2]]);
  });
});

function movement(
  sequence: number,
  kind: Named<MovementView>['kind'],
  to: string | null,
  day: string,
): Named<MovementView> {
  return {
    sequence,
    kind,
    from: null,
    to: to === null ? null : post(to),
    by: { name: { hi: 'क', en: 'K' }, post: post('DH'), capacity: 'regular', actingFor: null },
    at: `${day}T10:00:00+05:30`,
    action: null,
    urgency: null,
    dueOn: null,
    remarks: null,
    decision: null,
    jumped: [],
    openedAt: null,
  };
}

function post(marking: string): PostRef {
  return { id: marking, marking, designation: { hi: marking, en: marking }, unit: { hi: 'अ', en: 'U' } };
}
