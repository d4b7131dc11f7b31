import { ATTACHED } from '../../papers/detached-letter';
import { id } from '../../office/one-of-everything';
import { again } from '../../database/stopped-statements';
import { HOLDS_AGAIN } from './withdrawing';

const WITHHOLDING = `UPDATE issue_recipient SET withheld_reason = 'x', withheld_by_user_id = '${id('u1')}',
  withheld_by_post_id = '${id('p1')}', withheld_capacity = 'regular', withheld_at = now()`;
export const WITHHELD = `UPDATE dispatch SET state = 'failed', failure = 'x'; ${WITHHOLDING}`;

export const confirming = (
  post: string,
) => `UPDATE issue_recipient SET confirmed_email = 'a@example.in', confirmed_at = now(),
  confirmed_by_user_id = '${id('u1')}', confirmed_by_post_id = '${post}', confirmed_capacity = 'regular'`;

/** What triggers stop of letters that go out. */
export const STOPPED_ON_DISPATCH = {
  answers_own_letter: {
    table: 'correspondence',
    statements: [
      // A letter of another file.
      again('correspondence', {
        id: id('c4'),
        file_id: id('f2'),
        answers_issue_id: id('i1'),
        answers_position: 0,
        ...ATTACHED,
      }),
    ],
  },
  answer_is_of_an_addressee: {
    table: 'correspondence',
    statements: [
      // Of nobody, and of nobody whom the letter names.
      again('correspondence', { id: id('c4'), answers_issue_id: id('i1'), answers_position: null, ...ATTACHED }),
      again('correspondence', { id: id('c4'), answers_issue_id: id('i1'), answers_position: 1, ...ATTACHED }),
    ],
  },
  own_copies_as_approved: {
    table: 'issue_recipient',
    // The letter goes to all of them as it is.
    statements: [again('issue_recipient', { position: 1, document_id: id('d3') })],
  },
  withheld_is_not_sent: {
    table: 'dispatch',
    statements: [`${HOLDS_AGAIN}; ${WITHHELD}; ${again('dispatch', { id: id('q2') })}`],
  },
  mail_to_address_on_record: {
    table: 'dispatch',
    statements: [
      // No address is known; another than the confirmed one.
      `UPDATE dispatch SET mode = 'email', email = 'b@example.in'`,
      `${confirming(id('p1'))}; ${again('dispatch', { id: id('q2'), mode: 'email', email: 'b@example.in' })}`,
    ],
  },
  dispatch_goes_its_way: {
    table: 'dispatch',
    statements: [
      `UPDATE dispatch SET state = 'delivered', sent_at = now(), ended_at = now()`,
      `UPDATE dispatch SET state = 'failed', failure = 'x'; UPDATE dispatch SET state = 'queued', failure = NULL`,
    ],
  },
  letter_arrives_as_sent: {
    table: 'dispatch',
    statements: [
      // A letter of others, which came by post.
      again('dispatch', { id: id('q2'), mode: 'within_office', to_post_id: id('p1'), receipt_id: id('r1') }),
    ],
  },
  came_within_stays: { table: 'receipt', statements: [`UPDATE receipt SET delivery_mode = 'within_office'`] },
  sent_is_not_withheld: { table: 'issue_recipient', statements: [WITHHOLDING] },
};
