import fc from 'fast-check';
import type { Step } from '../model/steps';

const ONWARD: Step = { does: 'forward', to: 'SO', confirm: true, action: 'put_up', dueOn: null };

/** How a file is parked, followed, reminded of and put in the call book; between two steps a day may pass. */
export const ASIDE_TOUR: readonly (readonly [string, Step, string?] | 'night')[] = [
  ['DH1', { does: 'take_up' }, 'illegal-file-move'],
  ['DH1', { does: 'park', until: '2026-02-28', reply: true }, 'day-too-early'],
  ['SO', { does: 'park', until: null, reply: true }, 'not-allowed'],
  ['AUDIT', { does: 'park', until: null, reply: true }, 'not-allowed'],
  ['ADMIN', { does: 'follow' }, 'not-found'],
  ['DH1', { does: 'park', until: '2026-03-01', reply: false }],
  ['SO', { does: 'follow' }],
  ['AUDIT', { does: 'follow' }],
  ['DH1', { does: 'open' }, 'file-parked'],
  ['DH1', { does: 'note', paragraphs: 1, decision: null }],
  ['DH1', ONWARD, 'file-parked'],
  ['DH1', { does: 'take_out' }, 'not-allowed'],
  'night',
  ['DH1', { does: 'take_up' }, 'illegal-file-move'],
  ['DH1', { does: 'remind' }, 'not-allowed'],
  ['SO', { does: 'remind' }],
  ['SO', { does: 'remind' }, 'reminded-today'],
  ['DS', { does: 'remind' }],
  'night',
  ['SO', { does: 'remind' }],
  ['DH1', { does: 'call_book', on: '2026-03-20' }, 'not-allowed'],
  ['DH1', ONWARD],
  ['SO', { does: 'call_book', on: '2026-03-02' }, 'day-too-early'],
  ['SO', { does: 'call_book', on: '2026-04-03' }, 'day-too-late'],
  ['SO', { does: 'call_book', on: '2026-03-03' }],
  ['SO', { does: 'take_up' }, 'illegal-file-move'],
  ['SO', { does: 'park', until: null, reply: true }, 'file-in-call-book'],
  ['DH1', { does: 'pull_back' }, 'already-opened'],
  ['DH1', { does: 'remind' }],
  'night',
  'night',
  ['SO', { does: 'review', on: '2026-04-04' }],
  ['SO', { does: 'close', confirm: true }, 'file-in-call-book'],
  ['SO', { does: 'take_out' }],
  ['SO', { does: 'park', until: '2026-03-05', reply: true }],
  ['SO', { does: 'park', until: null, reply: true }],
  'night',
  ['SO', { does: 'call_book', on: '2026-03-06' }],
  ['SO', { does: 'take_out' }],
  ['SO', { does: 'unfollow' }],
  ['SO', { does: 'unfollow' }, 'not-followed'],
  // What was returned is set aside as well.
  ['SO', { ...ONWARD, to: 'DS' }],
  ['DS', { does: 'return', confirm: true }],
  ['SO', { does: 'park', until: null, reply: true }],
  ['SO', { does: 'call_book', on: '2026-03-20' }],
  ['SO', { does: 'take_out' }],
  ['SO', { does: 'close', confirm: true }],
  ['DS', { does: 'remind' }, 'illegal-file-move'],
  ['SO', { does: 'reopen' }],
];

/** Setting aside until days around this one, and taking up. */
export function asideSteps(today: string): fc.Arbitrary<Step> {
  const days = fc.constantFrom(today, '2026-03-01', '2026-03-02', '2026-03-20', '2026-04-30');
  return fc.oneof(
    fc.record({ does: fc.constant('park' as const), until: days, reply: fc.boolean() }),
    fc.constant<Step>({ does: 'park', until: null, reply: true }),
    fc.record({ does: fc.constantFrom('call_book' as const, 'review' as const), on: days }),
    ...[1, 2].map(() => fc.record({ does: fc.constantFrom('take_up' as const, 'take_out' as const) })),
  );
}
