import type { Actor } from '@patravali/authorization';
import { Bilingual, type SendOnDuty } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { asJson, HALF_DAYS_OF, HELD_AND_LINKED, type LinkDays } from '../absence/link-rules';
import { MarkingInBoth, personName, postMarkingInBoth } from '../../organisation/names';
import { within } from '../rules/unit-administration';

const AWAY = z.object({ person: Bilingual, post: MarkingInBoth, from: z.iso.date() });

/** A desk that the request names, as it stands, with who leaves it and who would keep it. */
const DESK = z.object({
  postId: z.uuid(),
  /** Null where the office has no such post. */
  post: MarkingInBoth.nullable(),
  marking: z.string().nullable(),
  isAbolished: z.boolean(),
  isOfficers: z.boolean(),
  /** The actor keeps the post and the person. */
  isKept: z.boolean(),
  personId: z.uuid().nullable(),
  person: Bilingual.nullable(),
  username: z.string().nullable(),
  /** Null where none is named and none stands above. */
  linkPost: MarkingInBoth.nullable(),
  linkIsAbolished: z.boolean(),
  linkIsOfficers: z.boolean(),
  /** The actor may have him keep it: he keeps him, or the post stands right above. */
  linkIsKept: z.boolean(),
  linkId: z.uuid().nullable(),
  link: Bilingual.nullable(),
  linkUsername: z.string().nullable(),
  /** The link officer has charge of the desk himself. */
  isOwnLink: z.boolean(),
  /** Another acts from the post on some of these days. */
  awayAlready: z.object({ by: Bilingual, from: z.iso.date() }).nullable(),
  /** From where the link officer is absent then. */
  linkAway: AWAY.nullable(),
  /** For whom the person acts then. */
  actsFor: AWAY.nullable(),
  /** What else the person has charge of then. */
  others: z.array(z.object({ postId: z.uuid(), post: MarkingInBoth })),
});
export type DeskOfDuty = z.output<typeof DESK>;

const nameOf = (alias: string) => `jsonb_build_object('hi', ${alias}.name_hi, 'en', ${alias}.name_en)`;

/** One row of `HELD_AND_LINKED` for the person of this expression, as `role`. */
const absent = (role: 'held' | 'link', userId: string): string =>
  `(SELECT jsonb_build_object('person', ${personName('held.user_id')}, 'post', ${postMarkingInBoth('held.post_id')},
      'from', link.from_on)
    FROM ${HELD_AND_LINKED} AND ${role}.user_id = ${userId} ORDER BY link.from_on LIMIT 1)`;

/** Whoever has charge of the post of this expression at the first of these half days. */
const GOING = `SELECT person.* FROM tenure
  JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
  WHERE tenure.organisation_id = $1 AND tenure.post_id = post.id AND tenure.kind IN ('regular', 'additional')
    AND tenure.ended_at IS NULL AND half_days(tenure) @> lower(${HALF_DAYS_OF('$3')})
  ORDER BY array_position(ARRAY['regular', 'additional'], tenure.kind), tenure.id LIMIT 1`;

/** Whoever has charge of `link_post` now, and an account. */
const KEEPING = `SELECT person.* FROM tenure
  JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
  WHERE tenure.organisation_id = $1 AND tenure.post_id = link_post.id AND tenure.kind IN ('regular', 'additional')
    AND holds_now(tenure) AND person.closed_at IS NULL
  ORDER BY array_position(ARRAY['regular', 'additional'], tenure.kind), tenure.id LIMIT 1`;

/** The desks that are named, each as it stands behind the lock, in the order of the request: one statement, however many. */
export async function desksOfDuty(
  tx: Transaction,
  actor: Actor,
  desks: SendOnDuty['desks'],
  days: LinkDays,
): Promise<DeskOfDuty[]> {
  const values: unknown[] = [
    actor.organisationId,
    desks.map(({ postId }) => postId),
    asJson(days),
    desks.map(({ linkPostId }) => linkPostId),
  ];
  const { keptPost, keptPerson } = within(actor, values);
  const keeps = (id: string) =>
    `EXISTS (SELECT FROM office_user person WHERE person.organisation_id = $1 AND person.id = ${id} AND ${keptPerson})`;
  return await tx.select(
    DESK,
    `SELECT named.post_id AS "postId", CASE WHEN post.id IS NOT NULL THEN ${postMarkingInBoth('named.post_id')} END AS post, post.marking,
       post.abolished_at IS NOT NULL AS "isAbolished", COALESCE('officer' = ANY (post.roles), false) AS "isOfficers",
       COALESCE(${keptPost}, false) AND (going.id IS NULL OR ${keeps('going.id')}) AS "isKept",
       going.id AS "personId", CASE WHEN going.id IS NOT NULL THEN ${nameOf('going')} END AS person, going.username,
       ${postMarkingInBoth('link_post.id')} AS "linkPost", link_post.abolished_at IS NOT NULL AS "linkIsAbolished",
       COALESCE('officer' = ANY (link_post.roles), false) AS "linkIsOfficers",
       link_post.id IS NOT DISTINCT FROM post.superior_post_id OR keeping.id IS NULL OR ${keeps('keeping.id')} AS "linkIsKept",
       keeping.id AS "linkId", CASE WHEN keeping.id IS NOT NULL THEN ${nameOf('keeping')} END AS link,
       keeping.username AS "linkUsername",
       EXISTS (SELECT FROM tenure held WHERE held.organisation_id = $1 AND held.post_id = post.id
         AND held.user_id = keeping.id AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL
         AND half_days(held) && ${HALF_DAYS_OF('$3')}) AS "isOwnLink",
       (SELECT jsonb_build_object('by', ${personName('link.user_id')}, 'from', link.from_on) FROM tenure link
         WHERE link.organisation_id = $1 AND link.post_id = post.id AND link.kind = 'link' AND link.ended_at IS NULL
           AND half_days(link) && ${HALF_DAYS_OF('$3')} ORDER BY link.from_on LIMIT 1) AS "awayAlready",
       ${absent('held', 'keeping.id')} AS "linkAway", ${absent('link', 'going.id')} AS "actsFor",
       (SELECT COALESCE(jsonb_agg(DISTINCT jsonb_build_object('postId', held.post_id,
           'post', ${postMarkingInBoth('held.post_id')})), '[]')
         FROM tenure held WHERE held.organisation_id = $1 AND held.user_id = going.id AND held.post_id <> post.id
           AND held.kind IN ('regular', 'additional') AND held.ended_at IS NULL
           AND half_days(held) && ${HALF_DAYS_OF('$3')}) AS others
     FROM unnest($2::uuid[], $4::uuid[]) WITH ORDINALITY AS named (post_id, link_post_id, place)
     LEFT JOIN post ON post.organisation_id = $1 AND post.id = named.post_id
     LEFT JOIN LATERAL (${GOING}) going ON true
     LEFT JOIN post link_post ON link_post.organisation_id = $1
       AND link_post.id = COALESCE(named.link_post_id, post.superior_post_id)
     LEFT JOIN LATERAL (${KEEPING}) keeping ON true
     ORDER BY named.place`,
    values,
  );
}
