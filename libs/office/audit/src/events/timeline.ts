import type { Actor } from '@patravali/authorization';
import type { ListTimeline } from '@patravali/contract';
import { movementsAs } from '@patravali/custody';
import { RECEIPTS } from '@patravali/dak';
import { dayInIndia, type Parameters } from '@patravali/database';
import { shownEvents } from '@patravali/files';
import { EVENTS } from '@patravali/ledger';

/** How many days the file had been where the movement `m` took it from; `b` is the one before. */
const DAYS_THERE = `${dayInIndia('m.at')} - ${dayInIndia('b.at')}`;
const beforeOn = (
  thing: 'file_id' | 'receipt_id',
) => `LEFT JOIN ${movementsAs('b')} ON b.organisation_id = m.organisation_id
  AND b.${thing} = m.${thing} AND b.sequence = m.sequence - 1`;
/** Of which line of the register the event `e` tells; the first line is of the opening. */
const MOVEMENT_OF = `COALESCE((e.data->>'movement')::integer, 1)`;

/**
 * All that happened to each file `file_id` and to the letters that lie in it, with what an auditor looks out for, numbered by `place` in the order
 * in which it happened. Of the events of the file those that its history shows. A movement without an event of its own, as of a
 * file that was carried inside another, stands by itself.
 */
export function timeline(
  actor: Actor,
  { gap, marked }: Pick<ListTimeline, 'gap' | 'marked'>,
  parameters: Parameters,
): string {
  return `(SELECT * FROM (SELECT l.*, array_remove(ARRAY[
      CASE WHEN l.kind IN ('returned', 'correction_returned') OR l.name = 'receipt.returned' THEN 'returned' END,
      CASE WHEN l.kind IN ('pulled_back', 'recalled', 'pulled_up') OR l.name = 'receipt.pulled_back' THEN 'pulled_back' END,
      CASE WHEN cardinality(l.jumped_post_ids) > 0 THEN 'jumped' END,
      CASE WHEN l.silent_days >= ${parameters.bind(gap)}::integer THEN 'gap' END,
      CASE WHEN l.registered_on > l.received_on THEN 'back_dated' END], NULL) AS marks
    FROM (SELECT t.*, (row_number() OVER life)::integer AS place,
        ${dayInIndia('t.at')} - ${dayInIndia('lag(t.at) OVER life')} AS silent_days
      FROM (${ofFiles(actor, parameters)} UNION ALL ${OF_LETTERS} UNION ALL ${WITHOUT_EVENT}) t
      WINDOW life AS (PARTITION BY t.organisation_id, t.file_id ORDER BY t.at, t.arm, t.sequence)) l) m
    ${marked === true ? 'WHERE cardinality(m.marks) > 0' : ''})`;
}

const ofFiles = (actor: Actor, parameters: Parameters): string =>
  `SELECT e.organisation_id, e.file_id, 1 AS arm, e.sequence, e.name, e.user_id, e.post_id, e.capacity, e.at, e.reason, e.facts,
     e.content_hash, e.other_id, e.other_number, e.own, NULL::uuid AS receipt_id, NULL::text AS diary_number, NULL::text AS diary_number_hi,
     NULL::date AS letter_date, NULL::date AS received_on, NULL::date AS registered_on, m.kind, m.from_post_id, m.to_post_id,
     m.jumped_post_ids, ${DAYS_THERE} AS days_there, m.kept_days
   FROM ${shownEvents(actor, parameters)} e
   LEFT JOIN ${movementsAs('m')} ON e.own AND m.organisation_id = e.organisation_id AND m.file_id = e.file_id
     AND m.sequence = ${MOVEMENT_OF} AND e.name = 'file.' || m.kind ${beforeOn('file_id')}`;

/** A letter was written, came and was diarised: each on a day of its own. */
const OF_LETTERS = `SELECT e.organisation_id, r.file_id, 2, e.sequence, e.name, e.user_id, e.post_id, e.capacity, e.at, e.reason, e.data,
     e.content_hash, NULL::uuid, NULL::text, true, r.id, r.diary_number, r.diary_number_hi,
     CASE WHEN e.name = 'receipt.created' THEN r.letter_date END, CASE WHEN e.name = 'receipt.created' THEN r.received_on END,
     CASE WHEN e.name = 'receipt.created' THEN ${dayInIndia('e.at')} END, m.kind, m.from_post_id, m.to_post_id,
     m.jumped_post_ids, ${DAYS_THERE}, m.kept_days
   FROM ${RECEIPTS} JOIN ${EVENTS} e ON e.organisation_id = r.organisation_id AND e.subject_id = r.id
   LEFT JOIN ${movementsAs('m')} ON m.organisation_id = e.organisation_id AND m.receipt_id = e.subject_id
     AND m.sequence = ${MOVEMENT_OF} AND e.name = 'receipt.' || m.kind ${beforeOn('receipt_id')}
   WHERE r.file_id IS NOT NULL AND r.grading = 'normal'`;

const WITHOUT_EVENT = `SELECT m.organisation_id, m.file_id, 3, m.sequence, 'file.' || m.kind, m.by_user_id, m.by_post_id, m.capacity, m.at,
     m.remarks, '{}'::jsonb, NULL::text, NULL::uuid, NULL::text, true, NULL::uuid, NULL::text, NULL::text,
     NULL::date, NULL::date, NULL::date, m.kind, m.from_post_id, m.to_post_id,
     m.jumped_post_ids, ${DAYS_THERE}, m.kept_days
   FROM ${movementsAs('m')} ${beforeOn('file_id')}
   WHERE m.file_id IS NOT NULL AND (m.kind = 'carried' OR m.kind IN ('created', 'closed') AND NOT EXISTS (SELECT FROM ${EVENTS} e
     WHERE e.organisation_id = m.organisation_id AND e.subject_id = m.file_id AND e.name = 'file.' || m.kind
       AND ${MOVEMENT_OF} = m.sequence))`;
