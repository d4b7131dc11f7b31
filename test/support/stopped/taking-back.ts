import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

const answering = (outcome: string, user: string, post: string) => `UPDATE file_recall SET outcome = '${outcome}',
  answered_by_user_id = '${id(user)}', answered_by_post_id = '${id(post)}', answered_capacity = 'regular', answered_at = now()`;
const WITHDRAWING = answering('withdrawn', 'u2', 'p2');
const ASKING = again('file_recall', { id: id('y2') });
const TAKING = { id: id('v3'), sequence: 2, from_post_id: id('p1'), remarks: 'x' };
const UPWARDS = { ...TAKING, kind: 'pulled_up', to_post_id: id('p2'), by_post_id: id('p2') };

/** What the triggers on files that are taken back must stop. */
export const STOPPED_ON_TAKING_BACK = {
  recall_is_asked_and_answered: {
    table: 'file_recall',
    statements: [
      // By somebody who did not send it, before it was opened, and after it has moved.
      `UPDATE file_custody SET sender_post_id = NULL; ${ASKING}`,
      `UPDATE file_custody SET opened_at = NULL; ${ASKING}`,
      `UPDATE file_custody SET movements = 2; ${ASKING}`,
      `UPDATE file_custody SET movements = 2; ${WITHDRAWING}`,
      `${WITHDRAWING}; ${WITHDRAWING}`,
      `UPDATE file_recall SET reason = 'y'`,
      answering('refused', 'u2', 'p3'),
    ],
  },
  ...atTheEnd('agreement_moves_file', 'file_recall', answering('agreed', 'u1', 'p1')),
  file_recall_is_kept: { table: 'file_recall', as: 'file_recall_is_final', statements: ['DELETE FROM file_recall'] },
  file_recall_is_not_truncated: {
    table: 'file_recall',
    as: 'file_recall_is_final',
    statements: ['TRUNCATE file_recall'],
  },
  taken_back_by_right: {
    table: 'movement',
    statements: [
      // Nobody agreed; the post stands below; the file is above normal; another has acted.
      again('movement', { ...TAKING, kind: 'recalled', to_post_id: id('p2') }),
      again('movement', { ...UPWARDS, to_post_id: id('p3'), by_post_id: id('p3') }),
      `UPDATE file_custody SET grading = 'secret'; ${again('movement', UPWARDS)}`,
      again('movement', { ...UPWARDS, by_post_id: id('p3') }),
    ],
  },
};
