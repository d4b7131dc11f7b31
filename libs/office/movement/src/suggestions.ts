import type { Actor } from '@patravali/authorization';
import { HOLDING_ROLES, likelyAction, Suggestion } from '@patravali/contract';
import { recentForwards } from '@patravali/custody';
import { projection, select, type SqlRunner } from '@patravali/database';
import { authorsOnSheet } from '@patravali/notes';
import { HOLDING_POSTS, postLevel } from '@patravali/organisation';
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

/** Where a file may go from the acting post, as far as it is known of the file itself. */
export interface WhereTo {
  readonly fileId: string;
  readonly senderPostId: string | null;
  /** The post that opened the file. */
  readonly openerPostId: string;
  /** The next post of the channel; null where the file has no channel, or nobody above disposes of it. */
  readonly nextPostId?: string | null;
  /** The jumped post that it passes first on its way back. */
  readonly wayBackPostId?: string | null;
  /** It has been as high as the next post already: the way back before the way up. */
  readonly comesDown?: boolean;
  /** The acting post disposes of it: the way down before the superior. */
  readonly isFinal?: boolean;
}

type Why = Suggestion['why'];

/** The posts that the file itself suggests, the likeliest first. */
function wanted(actor: Actor, where: WhereTo): (readonly [postId: string | null | undefined, why: Why])[] {
  const next = [where.nextPostId, 'channel'] as const;
  const back = [where.wayBackPostId, 'way_back'] as const;
  const superior = [actor.post.superiorPostId, 'superior'] as const;
  const sender = [where.senderPostId, 'sender'] as const;
  const opener = [where.openerPostId, 'opener'] as const;
  return [
    ...(where.comesDown ? [back, next] : [next, back]),
    ...(where.isFinal ? [sender, superior] : [superior, sender]),
    opener,
  ];
}

/**
 * Whom to send to, the likeliest first: the next post of the channel or of the way back, the superior, the sender, who opened the
 * file, who is on its sheet with the last note first, then those the post sends to most. One statement.
 */
export async function suggestionsFor(database: SqlRunner, actor: Actor, where: WhereTo): Promise<Suggestion[]> {
  const first = wanted(actor, where);
  const rows = await select(
    database,
    SUGGESTION.row,
    `WITH wanted (post_id, why, place, weight) AS (
       SELECT first.post_id, first.why, first.place, 0::bigint
       FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY first (post_id, why, place)
       UNION ALL SELECT author.post_id, 'on_sheet', 50, author.number FROM (${authorsOnSheet('$1', '$6')}) author
       UNION ALL (SELECT frequent.post_id, 'frequent', 100, frequent.times
         FROM (${recentForwards('$1', '$2')}) frequent ORDER BY frequent.times DESC LIMIT ${MOST_SHOWN})
     ), chosen AS (
       SELECT DISTINCT ON (post_id) post_id, why, place, weight FROM wanted ORDER BY post_id, place
     )
     SELECT ${SUGGESTION.columns}
     FROM chosen JOIN ${HOLDING_POSTS.source} ON post.id = chosen.post_id AND ${HOLDING_POSTS.filter('$1', '$5')}
     WHERE post.id <> $2
     ORDER BY chosen.place, chosen.weight DESC, post.marking LIMIT ${MOST_SHOWN}`,
    [
      actor.organisationId,
      actor.postId,
      first.map(([postId]) => postId),
      first.map(([, why]) => why),
      HOLDING_ROLES,
      where.fileId,
    ],
  );
  const { superiorPostId } = actor.post;
  return rows.map(({ level, ownLevel, ...suggestion }) => ({
    ...suggestion,
    action: likelyAction({ level: ownLevel, superiorPostId }, { id: suggestion.post, level }),
  }));
}
