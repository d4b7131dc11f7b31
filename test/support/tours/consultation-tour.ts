import fc from 'fast-check';
import type { ConsultingStep } from '../model/consultation';
import type { Step } from '../model/steps';

const TODAY = '2026-02-28';
const ONWARD: Step = { does: 'forward', to: 'SO', confirm: true, action: 'put_up', dueOn: null };
const ask = (post: string, dueOn = '2026-03-02'): Step => ({ does: 'consult', post, dueOn });
const OPINION: Step = { does: 'opinion', paragraphs: 2 };

/** Posts are asked, answer late and early, and are asked no longer; between two steps a day may pass. */
export const CONSULTATION_TOUR: readonly (readonly [string, Step, string?] | 'night')[] = [
  ['DH1', { does: 'withdraw_consultation' }, 'nobody-consulted'],
  ['DH1', { does: 'park', until: null, reply: false, opinion: true }, 'nobody-consulted'],
  ['DH1', ask('DH1'), 'to-oneself'],
  ['DH1', ask('AUDIT'), 'post-takes-no-files'],
  ['DH1', ask('DH2', '2026-02-27'), 'due-date-past'],
  ['SO', ask('DH2'), 'not-allowed'],
  ['DISPATCH', ask('DH2'), 'not-found'],
  ['DH1', ask('DH2'), 'nothing-to-ask-about'],
  ['DH1', { does: 'note', paragraphs: 1, decision: null }],
  // The note in writing goes onto the sheet with the question.
  ['DH1', ask('DH2')],
  ['DH1', ask('DH2'), 'already-consulted'],
  ['DH2', { does: 'opinion', paragraphs: 0 }, 'note-empty'],
  ['DISPATCH', OPINION, 'not-found'],
  ['DH2', { does: 'open' }, 'not-found'],
  ['DH2', OPINION],
  ['DH2', OPINION, 'consultation-ended'],
  ['DH1', ONWARD],
  ['DS', OPINION, 'not-found'],
  ['SO', { does: 'note', paragraphs: 1, decision: 'approved' }],
  ['SO', ask('DS'), 'question-before-decision'],
  ['SO', { does: 'discard' }],
  ['SO', ask('DS')],
  ['SO', ask('DH2', TODAY)],
  ['SO', { does: 'park', until: null, reply: false, opinion: true }],
  ['SO', { does: 'close', confirm: true }, 'file-parked'],
  'night',
  ['DH2', OPINION],
  ['DS', { does: 'not_ours' }],
  ['DS', { does: 'not_ours' }, 'consultation-ended'],
  ['SO', { does: 'note', paragraphs: 1, decision: null }],
  ['SO', ask('DH2')],
  ['SO', { does: 'close', confirm: true }, 'opinions-awaited'],
  // It moves on, and the opinion comes where it is; signing after it agrees with the note before.
  ['SO', { ...ONWARD, to: 'DS' }],
  ['DH2', OPINION],
  ['DS', { ...ONWARD, to: 'DH1' }],
  ['DH1', ask('DH2')],
  ['DH1', { does: 'return', confirm: true }],
  ['DH2', OPINION],
  ['DS', ONWARD, 'returned-file-needs-words'],
  ['DS', ask('DISPATCH')],
  ['DS', { does: 'park', until: '2026-03-09', reply: false, opinion: true }],
  ['DH1', { does: 'withdraw_consultation' }, 'not-allowed'],
  ['DS', { does: 'withdraw_consultation' }],
  ['DISPATCH', { does: 'not_ours' }, 'consultation-ended'],
  ['DS', { does: 'close', confirm: true }],
  ['DS', ask('DH1'), 'not-allowed'],
];

/** Asking, mostly by a day that lies ahead, and ending. */
export function consultingSteps(posts: readonly string[]) {
  const asking = fc.record({
    does: fc.constant('consult' as const),
    post: fc.constantFrom(...posts),
    dueOn: fc.constantFrom('2026-02-27', '2026-03-02', '2026-03-09', '2026-03-16'),
  });
  const holding: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: asking },
    { weight: 1, arbitrary: fc.constant<Step>({ does: 'withdraw_consultation' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ does: 'park', until: null, reply: false, opinion: true }) },
  );
  const answering: fc.Arbitrary<ConsultingStep> = fc.oneof(
    fc.record({ does: fc.constant('opinion' as const), paragraphs: fc.nat(2) }),
    fc.constant<ConsultingStep>({ does: 'not_ours' }),
  );
  return { holding, answering };
}
