import { id } from './one-of-everything';
import { atTheEnd } from './stopped-statements';

const INSIDE = `UPDATE file_custody SET state = 'attached', attached_to_file_id = '${id('f3')}'`;
const OF_F1 = `WHERE file_id = '${id('f1')}'`;

/** What the triggers on files that are together must stop. */
export const STOPPED_ON_FILES_TOGETHER = {
  ...atTheEnd(
    'file_inside_lies_with_its_main',
    'file_custody',
    // On another desk; graded higher; inside what is closed.
    `${INSIDE}, holder_post_id = '${id('p2')}', reader_post_ids = '{${id('p2')}}' ${OF_F1}`,
    `${INSIDE}, grading = 'secret' ${OF_F1}`,
    `UPDATE file_custody SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}', closing_reason = 'x'
       WHERE file_id = '${id('f3')}'; ${INSIDE} ${OF_F1}`,
  ),
};
