import type { Decision } from '@patravali/contract';
import type { Step } from '../model/steps';

const note = (paragraphs: number, decision: Decision | null = null): Step => ({ does: 'note', paragraphs, decision });
const to = (post: string, reasoned = false): Step => {
  return { does: 'forward', to: post, confirm: true, action: 'put_up', dueOn: null, reasoned };
};

/** Past whom a file of DH1 goes up, what is decided on it, and what of that is reversed or taken back: who, what, and why not. */
export const DECISIONS_TOUR: readonly (readonly [string, Step, string?] | 'night')[] = [
  // Past SO, and back through SO.
  ['DH1', note(1)],
  ['DH1', to('DS'), 'jump-needs-reason'],
  ['DH1', to('DS', true)],
  ['DH1', { does: 'pull_back' }],
  ['DH1', to('DS', true)],
  ['DS', to('DH2'), 'way-back-first'],
  ['DS', { does: 'return', confirm: false }, 'way-back-first'],
  ['DS', note(1, 'approved')],
  ['DS', to('SO')],
  // What DS has decided SO does not reverse.
  ['SO', note(1, 'not_approved')],
  ['SO', { does: 'confirm' }, 'decided-above'],
  ['SO', to('DH1'), 'decided-above'],
  ['SO', { does: 'discard' }],
  // An agreement that was taken back is none: the next one agrees anew.
  ['SO', to('DH1')],
  ['SO', { does: 'pull_back' }],
  ['SO', to('DH1')],
  ['DH1', to('SO')],
  'night',
  // Nor does SO's own decision count once it is taken back; with it nobody agrees.
  ['SO', note(1, 'approved')],
  ['SO', to('DS')],
  ['SO', { does: 'pull_back' }],
  ['SO', to('DS'), 'taken-back-needs-words'],
  ['SO', note(1)],
  ['SO', to('DS')],
  // DS reverses it, with words.
  ['DS', note(1, 'not_approved')],
  ['DS', to('SO')],
  ['SO', to('DS')],
  ['DS', note(0, 'approved')],
  ['DS', to('SO'), 'reversal-needs-words'],
  ['DS', { does: 'change', paragraphs: 1, decision: 'approved' }],
  ['DS', to('SO')],
  ['DS', { does: 'pull_back' }],
  ['DS', to('SO'), 'taken-back-needs-words'],
  ['DS', { does: 'close', confirm: true }],
];
