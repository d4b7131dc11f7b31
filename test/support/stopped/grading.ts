import { id } from '../office/one-of-everything';
import { again } from '../database/stopped-statements';
import { filing } from './receipts';

const ABOVE_NORMAL = `UPDATE file_custody SET grading = 'secret'`;
const WITH_A_CLERK = `UPDATE file_custody SET holder_post_id = '${id('p3')}', reader_post_ids = '{${id('p1')},${id('p3')}}'`;
const OF_FILE_2 = { file_id: id('f2'), holder_post_id: id('p3'), reader_post_ids: `{${id('p3')}}` };

/** What triggers stop of who may grade a file, and who reads it then. */
export const STOPPED_ON_GRADING = {
  assistant_writes_normal_notes: {
    table: 'pending_note',
    statements: [`${ABOVE_NORMAL}; UPDATE pending_note SET author_capacity = 'assistant'`],
  },
  assistant_writes_normal_drafts: {
    table: 'draft_version',
    statements: [`${ABOVE_NORMAL}; UPDATE draft_version SET capacity = 'assistant'`],
  },
  file_graded_by_officer: {
    table: 'file_custody',
    statements: [
      `${WITH_A_CLERK}; UPDATE file_custody SET grading = 'secret'`,
      `${WITH_A_CLERK}; UPDATE file_custody SET urgency = 'vip'`,
      again('file_custody', { ...OF_FILE_2, grading: 'confidential' }),
      again('file_custody', { ...OF_FILE_2, urgency: 'vip' }),
    ],
  },
  readers_follow_grading: {
    table: 'file_custody',
    statements: [
      // A superior who has never held it; one who has held it and shall no longer read it.
      `UPDATE file_custody SET grading = 'secret', reader_post_ids = '{${id('p1')},${id('p2')}}'`,
      `UPDATE file_custody SET grading = 'secret', holder_post_id = '${id('p2')}', reader_post_ids = '{${id('p2')}}'`,
    ],
  },
  file_graded_as_its_letters: {
    table: 'file_custody',
    statements: [`${filing(", grading = 'secret'")}; UPDATE file_custody SET grading = 'confidential'`],
  },
};
