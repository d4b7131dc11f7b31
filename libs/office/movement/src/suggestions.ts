import type { Actor } from '@patravali/authorization';
import { likelyAction, Suggestion } from '@patravali/contract';
import { recentForwards } from '@patravali/custody';
import { projection, select, type SqlRunner } from '@patravali/database';
import { HOLDING_POSTS, HOLDING_ROLES, postLevel } from '@patravali/organisation';
import { z } from 'zod';

const FREQUENT_SHOWN = 3;
const MOST_SHOWN = FREQUENT_SHOWN + 2;

const SUGGESTION = projection(Suggestion.omit({ action: true }).extend({ level: z.int(), ownLevel: z.int() }), {
  post: 'post.id',
  holder: 'post_holder(post.id)',
  why: 'chosen.why',
  level: 'post.level',
  ownLevel: postLevel('$2'),
});

/** Whom to send to, the likeliest first: the superior, the sender, then those the post sends to most. One statement. */
export async function suggestionsFor(
  database: SqlRunner,
  actor: Actor,
  senderPostId: string | null,
): Promise<Suggestion[]> {
  const rows = await select(
    database,
    SUGGESTION.row,
    `WITH wanted (post_id, why, place, times) AS (
       SELECT $3::uuid, 'superior', 1, 0::bigint
       UNION ALL SELECT $4::uuid, 'sender', 2, 0
       UNION ALL (SELECT frequent.post_id, 'frequent', 3, frequent.times
         FROM (${recentForwards('$1', '$2')}) frequent ORDER BY frequent.times DESC LIMIT ${MOST_SHOWN})
     ), chosen AS (
       SELECT DISTINCT ON (post_id) post_id, why, place, times FROM wanted ORDER BY post_id, place
     )
     SELECT ${SUGGESTION.columns}
     FROM chosen JOIN ${HOLDING_POSTS.source} ON post.id = chosen.post_id AND ${HOLDING_POSTS.filter('$1', '$5')}
     WHERE post.id <> $2
     ORDER BY chosen.place, chosen.times DESC, post.marking LIMIT ${MOST_SHOWN}`,
    [actor.organisationId, actor.postId, actor.post.superiorPostId, senderPostId, HOLDING_ROLES],
  );
  const { superiorPostId } = actor.post;
  return rows.map(({ level, ownLevel, ...suggestion }) => ({
    ...suggestion,
    action: likelyAction({ level: ownLevel, superiorPostId }, { id: suggestion.post, level }),
  }));
}
