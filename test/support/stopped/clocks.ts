import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

const OF_F1 = `WHERE file_id = '${id('f1')}'`;
const STARTED = `started_on = india_today(), started_at = now(), started_by_user_id = '${id('u1')}',
  started_by_post_id = '${id('p1')}', started_capacity = 'regular'`;
const STOP_OF_F3 = { id: id('s2'), file_id: id('f3') };

/** What the triggers on the clocks of desks must stop. */
export const STOPPED_ON_CLOCKS = {
  long_stay_is_explained: {
    table: 'movement',
    statements: [
      `UPDATE file_custody SET clock_from = india_today() - 30, movements = 1, clock_stopped_on = NULL, clock_stopped_for = NULL ${OF_F1};
       ${again('movement', { id: id('v3'), sequence: 2, kind: 'forwarded', from_post_id: id('p1'), to_post_id: id('p2') })}`,
    ],
  },
  clock_runs_by_itself: {
    table: 'file_custody',
    statements: [`UPDATE file_custody SET clock_from = india_today() - 1 WHERE file_id = '${id('f3')}'`],
  },
  clock_is_stopped_and_started: {
    table: 'clock_stop',
    statements: [
      // By a post that does not hold the file, on a desk that it has left, started already; and changed, or started twice.
      again('clock_stop', { ...STOP_OF_F3, stopped_by_post_id: id('p2') }),
      `UPDATE file_custody SET movements = 2; ${again('clock_stop', STOP_OF_F3)}`,
      `UPDATE clock_stop SET reason = 'applicant'`,
      `UPDATE clock_stop SET ${STARTED}; UPDATE clock_stop SET ${STARTED}`,
    ],
  },
  clock_stop_is_kept: { table: 'clock_stop', as: 'clock_stop_is_final', statements: ['DELETE FROM clock_stop'] },
  clock_stop_is_not_truncated: { table: 'clock_stop', as: 'clock_stop_is_final', statements: ['TRUNCATE clock_stop'] },
  ...atTheEnd(
    'custody_agrees_with_clock',
    'file_custody',
    `UPDATE file_custody SET clock_stopped_on = NULL, clock_stopped_for = NULL ${OF_F1}`,
    `UPDATE file_custody SET clock_stopped_for = 'applicant' ${OF_F1}`,
  ),
  ...atTheEnd('stop_stops_clock', 'clock_stop', `UPDATE clock_stop SET ${STARTED}`, again('clock_stop', STOP_OF_F3)),
};
