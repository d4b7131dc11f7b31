import type { Actor } from '@patravali/authorization';
import type { Bilingual, PostRef, Suggestion } from '@patravali/contract';
import type { EntityManager } from 'typeorm';
import { HOLDING_ROLES } from './file-abilities';

/** How many of the post's last forwards say whom it sends to most. */
const RECENT = 100;
const FREQUENT_SHOWN = 3;

interface SuggestedPost {
  readonly post: PostRef;
  readonly holder: Bilingual | null;
  readonly why: Suggestion['why'];
}

/** Whom to send to, the likeliest first: the superior, the sender, then those the post sends to most. One statement. */
export async function suggestionsFor(
  database: EntityManager,
  actor: Actor,
  senderPostId: string | null,
): Promise<Suggestion[]> {
  return await database.query<SuggestedPost[]>(
    `WITH recent AS (
       SELECT to_post_id FROM movement
       WHERE organisation_id = $1 AND by_post_id = $2 AND kind = 'forwarded' AND file_id IS NOT NULL
       ORDER BY at DESC LIMIT ${RECENT}
     ), wanted (post_id, why, place) AS (
       SELECT $3::uuid, 'superior', 1::bigint
       UNION ALL SELECT $4::uuid, 'sender', 2
       UNION ALL (SELECT to_post_id, 'frequent', 3 - count(*) + ${RECENT}
         FROM recent GROUP BY to_post_id ORDER BY count(*) DESC LIMIT ${FREQUENT_SHOWN + 2})
     ), chosen AS (
       SELECT DISTINCT ON (post_id) post_id, why, place FROM wanted ORDER BY post_id, place
     )
     SELECT post_ref(p.id) AS post, post_holder(p.id) AS holder, chosen.why
     FROM chosen JOIN post p ON p.organisation_id = $1 AND p.id = chosen.post_id
     WHERE p.id <> $2 AND p.roles && $5::text[]
     ORDER BY chosen.place, p.marking LIMIT ${FREQUENT_SHOWN + 2}`,
    [actor.organisationId, actor.postId, actor.post.superiorPostId, senderPostId, HOLDING_ROLES],
  );
}
