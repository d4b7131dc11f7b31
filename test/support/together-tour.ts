import type { Step } from './model-steps';

const NOTE: Step = { does: 'note', paragraphs: 1, decision: null };
const to = (post: string): Step => ({ does: 'forward', to: post, confirm: true, action: 'put_up', dueOn: null });
const link = (other: number): Step => ({ does: 'link', other });
const unlink = (other: number): Step => ({ does: 'unlink', other });
const attach = (other: number): Step => ({ does: 'attach', other });
const DETACH: Step = { does: 'detach' };
const regrade = (confidential: boolean): Step => ({ does: 'regrade', confidential });

/** How files are linked and travel inside one another: which file, who, what, and why not. Two lie with DH1, one is SO's alone. */
export const TOGETHER_TOUR: readonly (readonly [number, string, Step, string?])[] = [
  [0, 'DH1', link(1)],
  [0, 'DH1', link(1), 'already-linked'],
  [1, 'DH1', link(0), 'already-linked'],
  [0, 'DH1', link(0), 'linked-to-itself'],
  [0, 'DH1', link(2), 'unknown-file'],
  [0, 'DH1', unlink(2), 'not-linked'],
  [0, 'SO', link(1), 'not-allowed'],
  [0, 'ADMIN', link(1), 'not-found'],
  [0, 'DH1', attach(0), 'attached-to-itself'],
  [0, 'DH1', attach(2), 'unknown-file'],
  [0, 'DH1', DETACH, 'illegal-file-move'],
  [0, 'DH1', NOTE],
  [0, 'DH1', attach(1), 'note-in-the-way'],
  [0, 'DH1', { does: 'discard' }],
  [1, 'DH1', NOTE],
  [1, 'DH1', { does: 'park', until: null, reply: true }],
  [1, 'DH1', attach(0), 'file-parked'],
  [0, 'DH1', attach(1)],
  [0, 'DH1', attach(1), 'file-attached'],
  [0, 'DH1', { does: 'open' }, 'file-attached'],
  [0, 'DH1', { does: 'take_up' }, 'illegal-file-move'],
  [0, 'DH1', { does: 'follow' }],
  [1, 'DH1', { does: 'take_up' }],
  [1, 'DH1', attach(0), 'file-attached'],
  [1, 'DH1', to('SO')],
  [0, 'DH1', { does: 'pull_back' }, 'not-allowed'],
  [1, 'DH1', { does: 'pull_back' }],
  [1, 'DH1', to('SO')],
  [1, 'SO', { does: 'return', confirm: false }],
  [1, 'DH1', NOTE],
  [1, 'DH1', to('SO')],
  [1, 'SO', { does: 'open' }],
  [1, 'DH1', { does: 'ask_recall' }],
  [1, 'SO', { does: 'agree_recall', pendingNote: null }],
  [1, 'DH1', { does: 'put_up', to: 'SO' }, 'no-note'],
  [1, 'DH1', to('SO')],
  [0, 'SO', DETACH],
  [0, 'SO', { does: 'return', confirm: false }, 'no-sender'],
  [0, 'SO', attach(1)],
  [2, 'SO', attach(1), 'attached-more-graded'],
  [1, 'SO', attach(2), 'attached-on-one-level'],
  [1, 'SO', { does: 'close', confirm: true }, 'files-attached'],
  [1, 'DS', { does: 'pull_up' }],
  [1, 'DS', to('SO')],
  [1, 'SO', regrade(true)],
  [2, 'SO', attach(1)],
  [1, 'SO', regrade(false), 'attached-more-graded'],
  [1, 'SO', to('DS')],
  [2, 'DS', DETACH],
  [0, 'DS', DETACH],
  [0, 'DS', unlink(1)],
  [0, 'DS', { does: 'close', confirm: true }],
];
