import { defineAbility } from '@patravali/authorization';
import { DRAFT_MOVES, DRAFT_STATES, type DraftMove, type DraftState, type Role } from '@patravali/contract';
import { fileAbilities, FileCustody } from '@patravali/custody';
import { Draft, draftAbilities } from '@patravali/drafts';
import type { Refusal } from '@patravali/errors';
import { mayMoveDraft } from './draft-abilities';
import { draftStateAfter, possibleDraftMoves } from './draft-lifecycle';

describe('the life of a draft', () => {
  const REFUSED = { change: 'refused', approve: 'refused', cancel: 'refused', issue: 'refused' } as const;
  const LIFE: Record<DraftState, Record<DraftMove, DraftState | 'refused'>> = {
    draft: { change: 'draft', approve: 'approved', cancel: 'cancelled', issue: 'refused' },
    approved: { change: 'draft', approve: 'approved', cancel: 'cancelled', issue: 'numbered' },
    numbered: { ...REFUSED, cancel: 'cancelled', issue: 'issued' },
    issued: REFUSED,
    cancelled: REFUSED,
  };
  const cases = DRAFT_STATES.flatMap((state) => DRAFT_MOVES.map((move) => [state, move, LIFE[state][move]] as const));

  it.each(cases)('that is %s: to %s makes it %s', (state, move, next) => {
    if (next === 'refused') {
      const params = { move, state, moves: possibleDraftMoves(state) };
      expect(() => draftStateAfter(move, state)).toThrow(
        expect.objectContaining({ code: 'illegal-draft-move', params }) as Refusal,
      );
    } else expect(draftStateAfter(move, state)).toBe(next);
    expect(possibleDraftMoves(state).includes(move)).toBe(next !== 'refused');
  });
});

describe('who may do what with a draft', () => {
  const [OFFICE, ME] = ['office', 'me'];
  const level: readonly DraftMove[] = ['change', 'approve', 'cancel'];
  const CASES: readonly (readonly [Role, 'mine' | 'elsewhere' | 'closed', Partial<Draft>, readonly DraftMove[]])[] = [
    ['officer', 'mine', {}, level],
    ['officer', 'mine', { approvedByPostId: ME }, level],
    ['officer', 'mine', { signatoryPostId: ME }, DRAFT_MOVES],
    ['officer', 'mine', { namedPostId: ME }, DRAFT_MOVES],
    ['officer', 'mine', { signatoryPostId: ME, organisationId: 'another' }, level],
    ['officer', 'elsewhere', { signatoryPostId: ME, namedPostId: ME }, []],
    ['officer', 'elsewhere', { signatoryPostId: ME, state: 'numbered' }, ['issue']],
    ['officer', 'elsewhere', { namedPostId: ME, state: 'numbered' }, ['issue']],
    ['officer', 'mine', { state: 'numbered' }, level],
    ['officer', 'elsewhere', { approvedByPostId: ME }, ['cancel']],
    ['officer', 'closed', { signatoryPostId: ME }, []],
    ['dealing_hand', 'mine', { signatoryPostId: ME, namedPostId: ME }, ['change']],
    ['dealing_hand', 'elsewhere', {}, []],
    ['dispatcher', 'mine', { signatoryPostId: ME }, []],
    ['auditor', 'mine', { signatoryPostId: ME }, []],
    ['administrator', 'mine', { signatoryPostId: ME }, []],
  ];

  it.each(CASES)('%s, on a file that is %s, of a draft with %j: %j', (role, file, facts, moves) => {
    const post = { id: ME, organisationId: OFFICE, unitId: '', roles: [role] };
    const rest = { marking: '', designation: { hi: '', en: '' }, superiorPostId: null, auditedUnitIds: [] };
    const ability = defineAbility({ ...post, ...rest }, [fileAbilities, draftAbilities]);
    const holder = { mine: ME, elsewhere: 'other', closed: null }[file];
    const custody = Object.assign(new FileCustody(), {
      organisationId: OFFICE,
      holderPostId: holder,
      readerPostIds: [ME],
      grading: 'normal',
    });
    const of = { approvedByPostId: 'other', signatoryPostId: 'other', namedPostId: null };
    const draft = Object.assign(new Draft(), { organisationId: OFFICE, ...of }, facts);
    expect(DRAFT_MOVES.filter((move) => mayMoveDraft(ability, move, custody, draft))).toEqual(moves);
  });
});
