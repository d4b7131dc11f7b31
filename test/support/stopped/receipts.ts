import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

const OF_R1 = `WHERE id = '${id('r1')}'`;
/** The letter that lies on a desk, put in the file. */
export const filing = (more = '') =>
  `UPDATE receipt SET state = 'in_file', file_id = '${id('f1')}', holder_post_id = NULL ${more} ${OF_R1}`;
const closing = () =>
  `UPDATE receipt SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}' ${OF_R1}`;
const OF_A_CLERK = `UPDATE receipt SET holder_post_id = '${id('p3')}', diarised_by_post_id = '${id('p3')}' ${OF_R1}`;
export const FILE_2 = again('office_file', { id: id('f2'), number: '2', computer_number: 2 });

/** What the triggers of receipts must stop. */
export const STOPPED_ON_RECEIPTS = {
  ...atTheEnd(
    'receipt_agrees_with_register',
    'receipt',
    `UPDATE receipt SET holder_post_id = '${id('p2')}' ${OF_R1}`,
    'UPDATE receipt SET movements = 2',
    `${FILE_2}; UPDATE receipt SET state = 'in_file', file_id = '${id('f2')}', holder_post_id = NULL ${OF_R1}`,
    // The letter that lies in the file, as if it did not.
    `UPDATE receipt SET state = 'on_desk', file_id = NULL, holder_post_id = '${id('p1')}' WHERE id = '${id('r3')}'`,
    // Closed, as the register does not say.
    closing(),
  ),
  filed_entry_is_final: {
    table: 'receipt',
    statements: [
      `${filing()}; UPDATE receipt SET letter_number = '1' ${OF_R1}`,
      `${closing()}; UPDATE receipt SET letter_number = '1' ${OF_R1}`,
    ],
  },
  scan_comes_once: {
    table: 'receipt',
    statements: [
      `UPDATE receipt SET document_id = '${id('d2')}' ${OF_R1}`,
      `UPDATE receipt SET document_id = NULL ${OF_R1}`,
      `UPDATE receipt SET cover = 'sealed' ${OF_R1}`,
    ],
  },
  receipt_graded_by_officer: {
    table: 'receipt',
    statements: [
      `${OF_A_CLERK}; UPDATE receipt SET grading = 'secret' ${OF_R1}`,
      `${OF_A_CLERK}; UPDATE receipt SET urgency = 'vip' ${OF_R1}`,
      again('receipt', { id: id('r2'), diary_number: '2/2026', urgency: 'vip', diarised_by_post_id: id('p3') }),
    ],
  },
};
