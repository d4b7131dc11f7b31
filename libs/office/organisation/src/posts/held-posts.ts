import { HeldPost } from '@patravali/contract';
import { z } from 'zod';

/** A post that a person holds today, with what rules and records need of it. */
export const HeldPostRow = HeldPost.extend({
  superiorPostId: z.uuid().nullable(),
  auditedUnitIds: z.array(z.uuid()),
  loses: z.boolean(),
});
export type HeldPostRow = z.infer<typeof HeldPostRow>;

/** People with their organisation, as `person` and `office`. */
export const PEOPLE = '(office_user person JOIN organisation office ON office.id = person.organisation_id)';

/** The tenures that hold now, as `tenure`. */
const HOLDS_TODAY = 'holds_now(tenure)';

/** The arrangement by which another acts now for whoever held the post by `tenure` when it began, as `link`. What follows `FROM`. */
export const LINK_OF_ABSENT = `tenure link WHERE link.organisation_id = tenure.organisation_id AND link.post_id = tenure.post_id
  AND link.kind = 'link' AND link.user_id <> tenure.user_id AND holds_now(link)
  AND (tenure.from_on, COALESCE(tenure.from_afternoon, false)) <= (link.from_on, COALESCE(link.from_afternoon, false))`;

/** Of somebody who is on leave from the post of `tenure`: who acts for him there, and until when. Null for who is not. */
const ABSENCE = `CASE WHEN tenure.kind IN ('regular', 'additional') THEN (
  SELECT jsonb_build_object('by', jsonb_build_object('hi', substitute.name_hi, 'en', substitute.name_en), 'until', link.until_on,
    'untilForenoon', COALESCE(link.until_forenoon, false), 'duty', link.duty,
    'isAttached', link.attachment_id IS NOT NULL)
  FROM (SELECT * FROM ${LINK_OF_ABSENT} ORDER BY link.from_on DESC, link.id LIMIT 1) link
  JOIN office_user substitute ON substitute.organisation_id = link.organisation_id AND substitute.id = link.user_id) END`;

/** The one `tenure` by which somebody acts from `post` today: a link officer before the holder, an assistant never. What follows `WHERE`. */
export const ACTING_TENURE = `tenure.organisation_id = post.organisation_id AND tenure.post_id = post.id
  AND tenure.kind NOT IN ('assistant', 'operator') AND ${HOLDS_TODAY}
  ORDER BY array_position(ARRAY['link', 'regular', 'additional'], tenure.kind) LIMIT 1`;

/**
 * The posts that `person` holds today as a JSON array of `HeldPostRow`; one held twice is held in the fuller capacity. An
 * assistant has none of the post's roles.
 */
export const HELD_POSTS = `(SELECT COALESCE(jsonb_agg(to_jsonb(held) - 'level' ORDER BY held.level, held.marking), '[]') FROM (
  SELECT DISTINCT ON (post.id) post.id, post.marking, post.marking_hi AS "markingHi", post.level,
    jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en) AS designation,
    jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en) AS unit,
    post.unit_id AS "unitId", post.superior_post_id AS "superiorPostId",
    post.audited_unit_ids AS "auditedUnitIds",
    EXISTS (SELECT FROM superior_change lost WHERE lost.organisation_id = post.organisation_id
      AND post.id = ANY (lost.lost_post_ids)) AS loses,
    CASE WHEN tenure.kind IN ('assistant', 'operator') THEN '[]' ELSE to_jsonb(post.roles) END AS roles,
    tenure.kind AS capacity, ${ABSENCE} AS absence
  FROM tenure
  JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
  JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
  WHERE tenure.organisation_id = person.organisation_id AND tenure.user_id = person.id AND ${HOLDS_TODAY}
  ORDER BY post.id, array_position(ARRAY['regular', 'additional', 'link', 'assistant', 'operator'], tenure.kind)) AS held)`;

/** The posts that `person` holds today, each a `PostRef` with its capacity, as a JSON array, and the highest of them. */
export const SHOWN_POSTS = `LATERAL (
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', post.id, 'marking', post.marking, 'markingHi', post.marking_hi,
      'capacity', tenure.kind, 'designation', jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en),
      'unit', jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en)) ORDER BY post.level, post.marking), '[]') AS posts,
    min(post.level) AS level, min(post.marking) AS marking
  FROM tenure JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
  JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
  WHERE tenure.organisation_id = person.organisation_id AND tenure.user_id = person.id AND ${HOLDS_TODAY}) shown`;

/** Whoever holds the post of these expressions today, in whichever capacity, as `holder`. */
export const holdersToday = (organisationId: string, postId: string): string =>
  `LATERAL (SELECT DISTINCT tenure.user_id FROM tenure
     WHERE tenure.organisation_id = ${organisationId} AND tenure.post_id = ${postId} AND ${HOLDS_TODAY}) holder`;

/** One of the posts that the person of these expressions holds today, in the fullest capacity and never as an assistant, as `held`. */
export const postHeldToday = (organisationId: string, userId: string): string =>
  `LATERAL (SELECT tenure.post_id FROM tenure
     WHERE tenure.organisation_id = ${organisationId} AND tenure.user_id = ${userId} AND tenure.kind NOT IN ('assistant', 'operator') AND ${HOLDS_TODAY}
     ORDER BY array_position(ARRAY['regular', 'additional', 'link'], tenure.kind), tenure.post_id LIMIT 1) held`;
