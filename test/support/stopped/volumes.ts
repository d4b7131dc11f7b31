import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

const OF_F3 = `WHERE file_id = '${id('f3')}'`;
const CONTINUING = `UPDATE file_custody SET state = 'closed', continued = true, holder_post_id = NULL,
  closed_by_post_id = '${id('p1')}', closing_reason = 'x', opinions_awaited = 0, opinion_due_on = NULL ${OF_F3}`;
const aVolume = (volume: number, number: string) =>
  again('office_file', { id: id('f2'), number, computer_number: 2, first_volume_id: id('f3'), volume });
const SECOND = aVolume(2, 'A-11011/3/2026-Estt/Vol II');
const itsCustody = (change: object) => again('file_custody', { file_id: id('f2'), volume: 2, ...change });

/** What the triggers on volumes must stop. */
export const STOPPED_ON_VOLUMES = {
  volume_follows_the_last: {
    table: 'office_file',
    statements: [
      // The file goes on; a volume is left out; it is not called after its file.
      SECOND,
      `${CONTINUING}; ${aVolume(3, 'A-11011/3/2026-Estt/Vol III')}`,
      `${CONTINUING}; ${aVolume(2, 'A-11011/1/2026-Estt/Vol II')}`,
    ],
  },
  volume_goes_on: {
    table: 'file_custody',
    statements: [
      // It is no volume; it is graded anew; another desk has it.
      itsCustody({ file_id: id('f9') }),
      `${CONTINUING}; ${SECOND}; ${itsCustody({ ...onDesk('p1'), grading: 'secret' })}`,
      `${CONTINUING}; ${SECOND}; ${itsCustody(onDesk('p2'))}`,
    ],
  },
  ...atTheEnd('volume_has_custody', 'office_file', `${CONTINUING}; ${SECOND}`),
  ...atTheEnd('continued_for_good', 'file_custody', CONTINUING),
};

function onDesk(post: string) {
  return {
    state: 'on_desk',
    holder_post_id: id(post),
    continued: false,
    closed_by_post_id: null,
    closing_reason: null,
    opinions_awaited: 0,
    opinion_due_on: null,
  };
}
