import { type Actor, defineAbility } from '@patravali/authorization';
import type { Grading, Role } from '@patravali/contract';
import { fileAbilities, FileCustody } from '@patravali/custody';
import { mayRemind } from './may-remind';

const OFFICE = 'office';

const ELSEWHERE = { organisationId: 'other', senderPostId: 'me', readerPostIds: ['me'] };

/** Who may remind the holder: what the row says of the post, whether it stands above the holder, and the answers by grading. */
const TABLE: Record<string, readonly [Role, Partial<FileCustody>, boolean, boolean, boolean]> = {
  'the sender': ['dealing_hand', { senderPostId: 'me', readerPostIds: ['me', 'holder'] }, false, true, true],
  'the sender, who stands above': [
    'officer',
    { senderPostId: 'me', readerPostIds: ['me', 'holder'] },
    true,
    true,
    true,
  ],
  'a superior of the holder': ['officer', { readerPostIds: ['me', 'holder'] }, true, true, false],
  'a superior who may not read it': ['officer', { readerPostIds: ['holder'] }, true, false, false],
  'somebody who held it before': ['officer', { readerPostIds: ['me', 'holder'] }, false, false, false],
  'the holder': ['officer', { holderPostId: 'me', readerPostIds: ['me'] }, false, false, false],
  'an auditor above': ['auditor', { readerPostIds: ['holder'] }, true, false, false],
  'an officer of another office': ['officer', ELSEWHERE, true, false, false],
};

describe('who may remind the holder of a file', () => {
  const cases = Object.entries(TABLE).flatMap(([who, [role, row, above, normal, graded]]) => [
    [who, 'normal', role, row, above, normal] as const,
    [who, 'secret', role, row, above, graded] as const,
  ]);
  it.each(cases)('%s, of a file that is %s', (_, grading, role, row, above, expected) => {
    const custody = Object.assign(new FileCustody(), {
      organisationId: OFFICE,
      holderPostId: 'holder',
      senderPostId: null,
      ...row,
      grading: grading satisfies Grading,
    });
    const ability = defineAbility({ ...POST, roles: [role] }, [fileAbilities]);
    expect(mayRemind({ ability, postId: 'me' } as Actor, custody, above)).toBe(expected);
  });
});

const POST = {
  id: 'me',
  organisationId: OFFICE,
  unitId: 'unit',
  marking: 'SO(EST)',
  superiorPostId: null,
  auditedUnitIds: [],
  roles: [],
  designation: { hi: 'अनुभाग अधिकारी', en: 'Section Officer' },
};
