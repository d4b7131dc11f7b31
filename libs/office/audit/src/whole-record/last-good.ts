import { select, type SqlRunner } from '@patravali/database';
import { checkSubjects, EVENTS, joinEntryOf, type LogStore, type Statements } from '@patravali/ledger';
import { z } from 'zod';
import type { LastGood } from './check-record';
import { RECORD_CHECKED } from './checked-record';

/** The whole record is checked again after so long: a night less than a week, for checks do not begin to the minute. */
const WHOLE_AFTER = `INTERVAL '6 days 12 hours'`;
/** Of the office itself: its chain is looked at each time, however long it has become. */
const MOST_OF_THE_OFFICE = { condition: 'true', values: [], atMost: 1_000_000 };

const Last = z.object({
  organisationId: z.uuid(),
  at: z.string(),
  entries: z.int().nullable(),
  root: z.string().nullable(),
  /** Where the event of that check stands in the log. */
  index: z.number().nullable(),
  wholeIsRecent: z.boolean(),
});
const LAST = `
  SELECT k.organisation_id AS "organisationId", k.at, (k.data #>> '{reached,entries}')::integer AS entries,
    k.data #>> '{reached,root}' AS root, l.index::float8 AS index,
    EXISTS (SELECT FROM ${EVENTS} w WHERE w.name = '${RECORD_CHECKED}' AND w.at > office_now() - ${WHOLE_AFTER}
      AND w.data ->> 'whole' = 'true' AND jsonb_typeof(w.data -> 'wrong') = 'null') AS "wholeIsRecent"
  FROM ${EVENTS} k ${joinEntryOf('k.id')}
  WHERE k.name = '${RECORD_CHECKED}' ORDER BY k.at DESC, k.sequence DESC LIMIT 1`;

/**
 * The last check, where the next one may go on from it: it found all right, a whole one is not long ago, and its event stands in the
 * signed log as it is in the database; else whoever has changed the place in it would choose what is looked at.
 * @throws StoreUnavailable
 */
export async function lastGood(database: Statements & SqlRunner, store: LogStore): Promise<LastGood | null> {
  const [last] = await select(database, Last, LAST);
  if (!last?.wholeIsRecent || last.entries === null || last.root === null || last.index === null) return null;
  const { organisationId, at, entries, root, index } = last;
  const office = { organisationId, subjectIds: [organisationId] };
  const report = await checkSubjects(database, store, office, MOST_OF_THE_OFFICE);
  const isProven = report?.wrong === null && report.logFault === null && index < report.log.entries;
  return isProven ? { at, place: { entries, root } } : null;
}
