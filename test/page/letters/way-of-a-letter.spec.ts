import type { DraftMove, DraftState, DraftView, Named } from '@patravali/contract';
import { nextStepOf } from '../../../apps/web/src/drafts/approval/next-step';
import { opensAsForm } from '../../../apps/web/src/drafts/page/opens-as-form';

interface Facts {
  readonly moves?: readonly DraftMove[];
  readonly state?: DraftState;
  readonly issueId?: string;
  readonly signedAs?: string;
  readonly writer?: string;
}

const draft = ({ moves = [], state = 'draft', issueId, signedAs, writer = 'clerk' }: Facts) =>
  ({
    allowedMoves: moves,
    state,
    issueId: issueId ?? null,
    signing: { issueId: signedAs ?? null },
    versions: [{ by: { post: { id: 'first' } } }, { by: { post: { id: writer } } }],
  }) as unknown as Named<DraftView>;
const next = (facts: Facts) => nextStepOf(draft(facts));

describe('the next step of a letter', () => {
  it('is approval, then issue, then dispatch, for whoever may do it', () => {
    expect(next({ moves: ['change', 'approve', 'cancel'] })).toBe('approve');
    expect(next({ moves: ['change', 'approve', 'cancel', 'issue'], state: 'approved' })).toBe('issue');
    expect(next({ moves: ['cancel', 'issue'], state: 'numbered' })).toBe('issue');
    expect(next({ state: 'issued', issueId: 'letter' })).toBe('dispatch');
  });

  it('is to send the file on for who holds it and decides nothing', () => {
    expect(next({ moves: ['change'] })).toBe('send');
    expect(next({ moves: ['change', 'cancel'], state: 'approved' })).toBe('send');
  });

  it('is none while officers sign it, and for whoever only reads it', () => {
    expect(next({ moves: ['cancel', 'issue'], state: 'numbered', signedAs: 'letter' })).toBeNull();
    expect(next({})).toBeNull();
    expect(next({ state: 'cancelled' })).toBeNull();
  });
});

describe('the page of a draft', () => {
  const OFFICER: readonly DraftMove[] = ['change', 'approve', 'cancel'];
  const isForm = (facts: Facts, postId: string) => opensAsForm(draft(facts), postId);

  it('opens with the form for who writes it, an officer who wrote it himself among them', () => {
    expect(isForm({ moves: ['change'] }, 'clerk')).toBe(true);
    expect(isForm({ moves: ['change'], writer: 'officer' }, 'clerk')).toBe(true);
    expect(isForm({ moves: OFFICER, writer: 'officer' }, 'officer')).toBe(true);
  });

  it('opens with the letter for who decides on what another wrote, once it is approved, and for readers', () => {
    expect(isForm({ moves: OFFICER }, 'officer')).toBe(false);
    expect(isForm({ moves: OFFICER, writer: 'officer', state: 'approved' }, 'officer')).toBe(false);
    expect(isForm({ moves: ['change'], state: 'approved' }, 'clerk')).toBe(false);
    expect(isForm({}, 'auditor')).toBe(false);
  });
});
