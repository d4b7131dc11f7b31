import type { EventView, Named } from '@patravali/contract';
import { eventLines } from '../../../apps/web/src/files/history/event-lines';

const post = (marking: string) => ({
  id: marking,
  marking,
  markingHi: null,
  designation: { hi: marking, en: marking },
  unit: { hi: 'स्थापना', en: 'Establishment' },
});

/** Events numbered from 1, as `name` or `name by post`. */
const history = (...events: string[]): Named<EventView>[] =>
  events.map((text, index) => {
    const [name = '', by = 'DH'] = text.split(' by ');
    const actor = { name: { hi: by, en: by }, post: post(by), capacity: 'regular' as const, actingFor: null };
    return { sequence: index + 1, name, by: actor, at: '', reason: null, data: {}, contentHash: null };
  });
const drawn = (events: Named<EventView>[]) =>
  eventLines(events).map(({ first, last }) => [first, last.sequence, last.name]);

describe('the history of a file', () => {
  it('draws the savings of one hand together, and every other event by itself', () => {
    expect(
      drawn(history('note.added', 'note.changed', 'note.changed', 'note.changed', 'file.forwarded', 'file.opened')),
    ).toEqual([
      [1, 1, 'note.added'],
      [2, 4, 'note.changed'],
      [5, 5, 'file.forwarded'],
      [6, 6, 'file.opened'],
    ]);
  });

  it('keeps apart what another hand saved, and events that are no savings', () => {
    expect(drawn(history('note.changed', 'note.changed by SO', 'file.opened', 'file.opened'))).toHaveLength(4);
  });

  it('keeps apart the savings of two drafts', () => {
    const [first, second] = history('draft.changed', 'draft.changed');
    if (!first || !second) throw new Error('two events');
    expect(
      drawn([
        { ...first, data: { ordinal: 1, draftVersion: 2 } },
        { ...second, data: { ordinal: 2, draftVersion: 2 } },
      ]),
    ).toHaveLength(2);
  });
});
