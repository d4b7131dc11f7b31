import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';
import { STOPPED_ON_VOLUMES } from './volumes';

const INSIDE = `UPDATE file_custody SET state = 'attached', attached_to_file_id = '${id('f3')}'`;
const aPart = (part: number, number: string, main = 'f1') =>
  again('office_file', { id: id('f2'), number, computer_number: 2, main_file_id: id(main), part });
const CLOSING_F3 = `UPDATE file_custody SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}',
  closing_reason = 'x', opinions_awaited = 0, opinion_due_on = NULL`;
const OF_F3 = `WHERE file_id = '${id('f3')}'`;
const OF_F1 = `WHERE file_id = '${id('f1')}'`;

/** A part with its custody, which is normal. */
const PART_OF_F1 = `${aPart(1, 'A-11011/1/2026-Estt/Part I')};
  ${again('file_custody', { file_id: id('f2'), grading: 'normal', parts: 0 })}`;

/** What the triggers on files that are together must stop. */
export const STOPPED_ON_FILES_TOGETHER = {
  ...atTheEnd(
    'file_inside_lies_with_its_main',
    'file_custody',
    // On another desk; graded higher.
    `${INSIDE}, holder_post_id = '${id('p2')}', reader_post_ids = '{${id('p2')}}' ${OF_F1}`,
    `${INSIDE}, grading = 'secret' ${OF_F1}`,
  ),
  part_follows_the_last: {
    table: 'office_file',
    statements: [
      // A part is left out; it is not called after its file.
      aPart(2, 'A-11011/1/2026-Estt/Part II'),
      aPart(1, 'A-11011/2/2026-Estt/Part I'),
    ],
  },
  part_takes_grading_of_main: {
    table: 'file_custody',
    statements: [`UPDATE file_custody SET grading = 'secret' ${OF_F1}; ${PART_OF_F1}`],
  },
  ...atTheEnd(
    'part_never_below_main',
    'file_custody',
    `${PART_OF_F1}; UPDATE file_custody SET grading = 'secret' ${OF_F1}`,
  ),
  ...atTheEnd('incorporated_for_good', 'file_custody', `${CLOSING_F3}, incorporated = true ${OF_F3}`),
  closed_without_open_part: {
    table: 'file_custody',
    statements: [`${aPart(1, 'A-11011/3/2026-Estt/Part I', 'f3')}; ${CLOSING_F3} ${OF_F3}`],
  },
  ...STOPPED_ON_VOLUMES,
  incorporated_as_frozen: {
    table: 'note',
    statements: [
      again('note', {
        id: id('m3'),
        file_id: id('f3'),
        number: 2,
        first_paragraph: 3,
        part_file_id: id('f1'),
        part_note: 1,
      }),
    ],
  },
};
