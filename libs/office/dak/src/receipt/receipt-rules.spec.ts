import { type Action, defineAbility } from '@patravali/authorization';
import { RECEIPT_MOVES, RECEIPT_STATES, type ReceiptMove, type ReceiptState, type Role } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { receiptAbilities } from './receipt-abilities';
import { possibleReceiptMoves, receiptStateAfter } from './receipt-lifecycle';
import { Receipt } from './receipt.entity';

describe('the life of a receipt', () => {
  const LIFE: Record<ReceiptState, Record<ReceiptMove, ReceiptState | 'refused'>> = {
    created: {
      open: 'created',
      forward: 'on_desk',
      put_in_file: 'in_file',
      correct: 'created',
      complete: 'created',
      detach: 'refused',
      pull_back: 'refused',
      return: 'refused',
      redirect: 'refused',
      close: 'closed',
      reopen: 'refused',
    },
    on_desk: {
      open: 'on_desk',
      forward: 'on_desk',
      put_in_file: 'in_file',
      correct: 'on_desk',
      complete: 'on_desk',
      detach: 'refused',
      pull_back: 'on_desk',
      return: 'on_desk',
      redirect: 'on_desk',
      close: 'closed',
      reopen: 'refused',
    },
    in_file: {
      open: 'refused',
      forward: 'refused',
      put_in_file: 'refused',
      correct: 'refused',
      complete: 'refused',
      detach: 'on_desk',
      pull_back: 'refused',
      return: 'refused',
      redirect: 'refused',
      close: 'refused',
      reopen: 'refused',
    },
    closed: {
      open: 'refused',
      forward: 'refused',
      put_in_file: 'refused',
      correct: 'refused',
      complete: 'refused',
      detach: 'refused',
      pull_back: 'refused',
      return: 'refused',
      redirect: 'refused',
      close: 'refused',
      reopen: 'on_desk',
    },
  };
  const cases = RECEIPT_STATES.flatMap((state) =>
    RECEIPT_MOVES.map((move) => [state, move, LIFE[state][move]] as const),
  );

  it.each(cases)('that is %s: to %s makes it %s', (state, move, next) => {
    if (next === 'refused') {
      expect(() => receiptStateAfter(move, state)).toThrow(
        expect.objectContaining({
          code: 'illegal-receipt-move',
          params: { move, state, moves: possibleReceiptMoves(state) },
        }) as Refusal,
      );
    } else expect(receiptStateAfter(move, state)).toBe(next);
    expect(possibleReceiptMoves(state).includes(move)).toBe(next !== 'refused');
  });
});

describe('who may do what with a receipt', () => {
  const [OFFICE, ME, UNIT] = ['office', 'me', 'unit'];
  const ROWS = {
    'on my desk': { holderPostId: ME, readerPostIds: [ME] },
    'that I read': { holderPostId: 'other', readerPostIds: ['other', ME] },
    'that I sent': { holderPostId: 'other', readerPostIds: ['other', ME], senderPostId: ME },
    'that I closed': { holderPostId: null, readerPostIds: [ME], closedByPostId: ME },
    'of my unit': { holderPostId: 'other', readerPostIds: ['other'] },
    'of my unit, confidential': { holderPostId: 'other', readerPostIds: ['other'], grading: 'confidential' },
    'of another unit': { holderPostId: 'other', readerPostIds: ['other'], unitId: 'other' },
    'of another unit, diarised from my post': {
      holderPostId: 'other',
      readerPostIds: ['other'],
      unitId: 'other',
      diarisedByPostId: ME,
    },
    'of another office': { holderPostId: ME, readerPostIds: [ME], organisationId: 'other' },
  } as const;
  const moves = [
    'open',
    'forward',
    'put_in_file',
    'correct',
    'return',
    'redirect',
    'see_copy',
    'list_who_saw',
  ] as const;
  const [seen, copied, sent] = [['read'], ['read', 'see_copy'], ['read', 'see_copy', 'pull_back']] as const;
  const ends = ['close', 'reopen'] as const;
  const audited = ['read', 'list_who_saw'] as const;
  const diarist = {
    'on my desk': ['read', 'read_register', ...moves],
    'that I read': ['read', 'read_register', 'see_copy'],
    'that I sent': ['read', 'read_register', 'see_copy', 'pull_back'],
    'that I closed': ['read', 'read_register', 'see_copy', 'list_who_saw'],
    'of my unit': ['read_register'],
    'of another unit, diarised from my post': ['create', 'correct'],
  } as const;
  const MAY: Record<
    Exclude<Role, 'administrator' | 'unit_administrator'>,
    Partial<Record<keyof typeof ROWS, readonly Action[]>>
  > = {
    dealing_hand: diarist,
    dispatcher: diarist,
    officer: {
      'on my desk': [...seen, ...moves, ...ends],
      'that I read': [...copied, 'reopen'],
      'that I sent': [...sent, 'reopen'],
      'that I closed': [...copied, 'list_who_saw', 'reopen'],
      'of another unit, diarised from my post': ['correct'],
    },
    auditor: {
      'on my desk': audited,
      'that I read': audited,
      'of my unit': audited,
      'of another unit': audited,
      'that I sent': audited,
      'that I closed': audited,
      'of another unit, diarised from my post': audited,
    },
  };
  const cases = Object.entries(MAY).flatMap(([role, rows]) =>
    Object.entries(ROWS).map(
      ([name, row]) => [role as Role, name, row, rows[name as keyof typeof ROWS] ?? []] as const,
    ),
  );

  const may = (roles: readonly Role[], row: object, auditedUnitIds: readonly string[] = []): Action[] => {
    const post = { id: ME, organisationId: OFFICE, unitId: UNIT, roles };
    const rest = { marking: '', designation: { hi: '', en: '' }, superiorPostId: null, auditedUnitIds };
    const ability = defineAbility({ ...post, ...rest }, [receiptAbilities]);
    const receipt = Object.assign(
      new Receipt(),
      { organisationId: OFFICE, unitId: UNIT, grading: 'normal', diarisedByPostId: 'other' },
      row,
    );
    const asked: readonly Action[] = ['create', 'read', 'read_register', ...moves, 'pull_back', ...ends];
    return asked.filter((action) => ability.can(action, receipt));
  };

  it.each(cases)('%s, one %s', (role, _name, row, allowed) => {
    expect(may([role], row)).toEqual(allowed);
  });

  it('an auditor of named units reads what these have diarised, and what it was sent', () => {
    const read = Object.entries(ROWS).filter(([, row]) => may(['auditor'], row, [UNIT]).includes('read'));
    expect(read.map(([name]) => name)).not.toContain('of another unit');
    expect(may(['auditor'], ROWS['of my unit'], [UNIT])).toEqual(audited);
    expect(may(['auditor'], ROWS['on my desk'], ['elsewhere'])).toEqual(['read']);
    expect(may(['auditor'], ROWS['of my unit'], ['elsewhere'])).toEqual([]);
  });

  it('a post with two roles may do what either allows', () => {
    expect(may(['auditor', 'officer'], ROWS['on my desk'])).toEqual(['read', ...moves, ...ends]);
    expect(may(['officer', 'auditor'], ROWS['of another unit'])).toEqual(['read', 'list_who_saw']);
  });
});
