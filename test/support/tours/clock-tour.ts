import fc from 'fast-check';
import type { Step } from '../model/steps';

const ONWARD = { does: 'forward', to: 'SO', confirm: true, action: 'put_up', dueOn: null } as const;
const UP: Step = { does: 'forward', to: 'DS', confirm: true, action: 'put_up', dueOn: null };
const EXPLAINED = { explains: true } as const;
const IN_WORDS: Step = { does: 'stop_clock', note: null };

/** How long desks keep a file, what stops their clocks, and where they must say why; between two steps a week and two days pass. */
export const CLOCK_TOUR: readonly (readonly [string, Step, string?] | 'nine nights')[] = [
  ['DH1', { does: 'start_clock' }, 'clock-runs'],
  ['DH1', { does: 'stop_clock', note: 1 }, 'evidence-not-on-file'],
  ['SO', IN_WORDS, 'not-allowed'],
  ['DH1', { does: 'note', paragraphs: 1, decision: null }],
  'nine nights',
  ['DH1', { does: 'open' }],
  ['DH1', { ...ONWARD, to: 'DH1' }, 'to-oneself'],
  ['DH1', ONWARD, 'explanation-needed'],
  ['DH1', { does: 'put_up', to: 'SO' }, 'explanation-needed'],
  ['DH1', { does: 'put_up', to: 'SO', ...EXPLAINED }],
  ['SO', { does: 'open' }],
  'nine nights',
  ['SO', { does: 'return_correction' }, 'explanation-needed'],
  ['SO', { does: 'return_correction', ...EXPLAINED }],
  ['DH1', { ...ONWARD, ...EXPLAINED }],
  'nine nights',
  // Nobody has opened it: back with its sender it is as if it had never gone.
  ['DH1', { does: 'pull_back' }],
  ['DH1', ONWARD],
  ['SO', { does: 'stop_clock', note: 1 }],
  ['SO', IN_WORDS, 'clock-stopped'],
  'nine nights',
  ['SO', { does: 'start_clock' }],
  ['SO', { does: 'call_book', on: '2026-04-08' }],
  ['SO', { does: 'start_clock' }, 'file-in-call-book'],
  'nine nights',
  ['SO', { does: 'take_out' }],
  ['SO', UP],
  ['DS', { does: 'open' }],
  ['SO', { does: 'ask_recall' }],
  'nine nights',
  ['DS', { does: 'agree_recall', pendingNote: null }, 'explanation-needed'],
  ['DS', IN_WORDS],
  // What was counted before it was stopped is still to be explained.
  ['DS', { does: 'return', confirm: false }, 'explanation-needed'],
  ['DS', { does: 'return', confirm: false, ...EXPLAINED }],
  ['SO', { does: 'park', until: null, reply: true }],
  'nine nights',
  ['SO', { does: 'take_up' }],
  ['SO', { does: 'note', paragraphs: 1, decision: null }],
  ['SO', { does: 'close', confirm: true }, 'explanation-needed'],
  ['SO', { does: 'close', confirm: true, ...EXPLAINED }],
  ['SO', IN_WORDS, 'not-allowed'],
  ['SO', { does: 'reopen' }],
  'nine nights',
  ['DS', { does: 'pull_up' }],
  ['DS', { ...ONWARD, to: 'SO' }],
];

/** Stopping the clock, and starting it again. */
export function clockSteps(): fc.Arbitrary<Step> {
  return fc.oneof(
    fc.record({ does: fc.constant('stop_clock' as const), note: fc.constantFrom(null, null, 1, 2) }),
    fc.constant<Step>({ does: 'start_clock' }),
  );
}
