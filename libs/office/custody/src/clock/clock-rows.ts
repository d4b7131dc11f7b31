import { ClockStop, FileClock } from '@patravali/contract';
import { dayInIndia, projection } from '@patravali/database';
import { actorRef, deskLimit } from '@patravali/organisation';
import { DAYS_ON_DESK } from './desk-clock';

const CLOCK_STOP = projection(ClockStop, {
  reason: 's.reason',
  evidence: `CASE s.evidence_kind WHEN 'words' THEN json_build_object('kind', s.evidence_kind, 'words', s.evidence_words, 'on', s.evidence_on)
    ELSE json_build_object('kind', s.evidence_kind, 'number', s.evidence_number) END`,
  stoppedBy: actorRef('s.stopped_by_user_id', 's.stopped_by_post_id', 's.stopped_capacity'),
  stoppedOn: 's.stopped_on',
  stoppedAt: 's.stopped_at',
  startedBy: actorRef('s.started_by_user_id', 's.started_by_post_id', 's.started_capacity'),
  startedOn: 's.started_on',
});

/** The stops of the stay that the movement of this number began, the oldest first, as a JSON list of the contract's `ClockStop`. */
export const stopsOfStay = (organisationId: string, fileId: string, sequence: string): string =>
  `(SELECT COALESCE(json_agg(${CLOCK_STOP.json} ORDER BY s.stopped_at), '[]') FROM clock_stop s
    WHERE s.organisation_id = ${organisationId} AND s.file_id = ${fileId} AND s.movement_sequence = ${sequence})`;

/** Working days for which clocks of the file `c` were stopped. */
const STOPPED = `(SELECT COALESCE(sum(working_days(s.organisation_id, s.stopped_on, COALESCE(s.started_on, india_today()))), 0)::integer
  FROM clock_stop s WHERE s.organisation_id = c.organisation_id AND s.file_id = c.file_id)`;

/**
 * The clock of the file of the custody `c`, as the contract has it.
 * @param createdAt when the file was opened.
 */
export const fileClock = (createdAt: string): string =>
  projection(FileClock, {
    days: `CASE WHEN c.state <> 'closed' THEN ${DAYS_ON_DESK} END`,
    limit: deskLimit('c.organisation_id'),
    age: `working_days(c.organisation_id, ${dayInIndia(createdAt)},
      CASE WHEN c.state = 'closed' THEN ${dayInIndia('c.since')} ELSE india_today() END) - ${STOPPED}`,
    stop: `(SELECT ${CLOCK_STOP.json} FROM clock_stop s WHERE s.organisation_id = c.organisation_id AND s.file_id = c.file_id
      AND s.started_at IS NULL)`,
  }).json;
