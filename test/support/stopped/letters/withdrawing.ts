import { id } from '../../office/one-of-everything';
import { again, final } from '../../database/stopped-statements';

/** As if the letter had never been revoked. */
export const HOLDS_AGAIN = 'ALTER TABLE issue_withdrawal DISABLE TRIGGER USER; DELETE FROM issue_withdrawal';

/** @param numbered statements that draw the number of a second letter, `i2`, which is being made. */
export const stoppedOnWithdrawing = (numbered: string) => ({
  withdrawn_by_signing_post: {
    table: 'issue_withdrawal',
    statements: [
      again('issue_withdrawal', { by_post_id: id('p2') }),
      `UPDATE post SET roles = '{dealing_hand}' WHERE id = '${id('p1')}'; ${again('issue_withdrawal', {})}`,
      `${numbered}; ${again('issue_withdrawal', { issue_id: id('i2') })}`,
    ],
  },
  superseded_by_later_letter: {
    table: 'issue_withdrawal',
    statements: [
      again('issue_withdrawal', { kind: 'superseded', later_issue_id: id('i1') }),
      `${numbered}; ${again('issue_withdrawal', { kind: 'superseded', later_issue_id: id('i2') })}`,
    ],
  },
  withdrawn_is_not_sent: { table: 'dispatch', statements: [again('dispatch', { id: id('q2') })] },
  ...final('issue_withdrawal', [], 'reason'),
});
