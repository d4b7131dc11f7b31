import { id } from '../office/one-of-everything';
import { atTheEnd } from '../database/stopped-statements';

const WITH_SUPERIOR = `holder_post_id = '${id('p2')}'`;
const PUT_UP = `UPDATE pending_note SET put_up_by_user_id = author_user_id, put_up_by_post_id = '${id('p3')}',
  put_up_capacity = 'regular'`;

/** What triggers stop of a note in writing, and of its correction on another desk. */
export const STOPPED_ON_CORRECTING = {
  note_versions_are_kept: {
    table: 'pending_note',
    statements: [
      `UPDATE pending_note SET content = '{}', author_post_id = '${id('p3')}'`,
      'UPDATE pending_note SET text_version = 3',
    ],
  },
  corrected_by_superior: {
    table: 'file_custody',
    statements: [
      `UPDATE file_custody SET for_correction = true, sender_post_id = '${id('p1')}', holder_post_id = '${id('p3')}',
         reader_post_ids = '{${id('p1')},${id('p3')}}'`,
      `UPDATE file_custody SET for_correction = true, sender_post_id = '${id('p3')}'; UPDATE file_custody SET ${WITH_SUPERIOR},
         reader_post_ids = '{${id('p1')},${id('p2')}}'`,
    ],
  },
  ...atTheEnd('note_is_on_its_desk', 'pending_note', `UPDATE pending_note SET author_post_id = '${id('p3')}'`, PUT_UP),
  ...atTheEnd(
    'corrected_note_is_there',
    'pending_note',
    `${PUT_UP}; UPDATE file_custody SET for_correction = true, sender_post_id = '${id('p3')}'; DELETE FROM pending_note`,
  ),
  ...atTheEnd(
    'note_stays_on_its_desk',
    'file_custody',
    `UPDATE file_custody SET ${WITH_SUPERIOR}, reader_post_ids = '{${id('p1')},${id('p2')}}'`,
    `UPDATE file_custody SET for_correction = true, sender_post_id = '${id('p3')}'`,
  ),
};
