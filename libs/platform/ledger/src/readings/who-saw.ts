import { EVENTS } from '../event/event.entity';

/**
 * Who has seen things, as a source: a row for each person at each post, with `user_id`, `post_id`, `capacity` (of the last time),
 * `first_at`, `last_at`, `times` and `acts`. From the events of their readings, and from what waits to become one.
 * @param organisationId an expression.
 * @param things the things, as a query of their `kind` (`ReadItemKind`) and `id`.
 */
export function whoSaw(organisationId: string, things: string): string {
  return `(SELECT seen.user_id, seen.post_id, (array_agg(seen.capacity ORDER BY seen.at DESC))[1] AS capacity,
      min(seen.at) AS first_at, max(seen.at) AS last_at, count(*)::integer AS times, jsonb_agg(DISTINCT seen.act) AS acts
    FROM (${things}) thing CROSS JOIN LATERAL (
      SELECT e.user_id, e.post_id, e.capacity, one.at, one.act
      FROM ${EVENTS} e CROSS JOIN LATERAL jsonb_to_recordset(e.data -> 'readings') AS one (at timestamptz, act text)
      WHERE e.organisation_id = ${organisationId} AND e.subject_id = readings_of(thing.kind, thing.id)
      UNION ALL
      SELECT w.user_id, w.post_id, w.capacity, w.at, w.act FROM item_reading w
      WHERE w.organisation_id = ${organisationId} AND w.item_id = thing.id AND w.item_kind = thing.kind AND NOT w.recorded
    ) seen WHERE seen.post_id IS NOT NULL GROUP BY seen.user_id, seen.post_id)`;
}
