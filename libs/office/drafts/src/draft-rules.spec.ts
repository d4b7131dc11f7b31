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
    approved: { change: 'draft', approve: 'refused', cancel: 'cancelled', issue: 'issued' },
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
  const all = DRAFT_MOVES;
  const CASES: readonly (readonly [
    Role,
    'mine' | 'elsewhere' | 'closed',
    'by me' | 'by another',
    readonly DraftMove[],
  ])[] = [
    ['officer', 'mine', 'by another', all],
    ['officer', 'elsewhere', 'by another', []],
    ['officer', 'elsewhere', 'by me', ['cancel']],
    ['officer', 'closed', 'by another', []],
    ['dealing_hand', 'mine', 'by another', ['change']],
    ['dealing_hand', 'elsewhere', 'by another', []],
    ['dispatcher', 'mine', 'by another', []],
    ['auditor', 'mine', 'by another', []],
    ['administrator', 'mine', 'by another', []],
  ];

  it.each(CASES)('%s, on a file that is %s, approved %s: %j', (role, file, approved, moves) => {
    const post = { id: ME, organisationId: OFFICE, unitId: '', roles: [role] };
    const rest = { marking: '', designation: { hi: '', en: '' }, superiorPostId: null };
    const ability = defineAbility({ ...post, ...rest }, [fileAbilities, draftAbilities]);
    const holder = { mine: ME, elsewhere: 'other', closed: null }[file];
    const custody = Object.assign(new FileCustody(), {
      organisationId: OFFICE,
      holderPostId: holder,
      readerPostIds: [ME],
      grading: 'normal',
    });
    const draft = Object.assign(new Draft(), {
      organisationId: OFFICE,
      approvedByPostId: approved === 'by me' ? ME : 'other',
    });
    expect(DRAFT_MOVES.filter((move) => mayMoveDraft(ability, move, custody, draft))).toEqual(moves);
  });
});
