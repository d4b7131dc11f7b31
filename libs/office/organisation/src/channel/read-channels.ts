import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { finalPostToday, LineRow, postsInLine, powerToday, PowerRow } from './line-rows';
import type { ChannelFacts } from './read-channel';

const CHANNELS = z.object({
  powers: z.array(z.object({ categoryId: z.uuid(), power: PowerRow.nullable() })),
  posts: z.array(LineRow),
  vacant: z.array(z.uuid()),
});

/** A thing that may climb a channel: its category, and the jumped posts that it has not passed yet. */
export interface OnChannel {
  readonly categoryId: string | null;
  readonly jumpedPostIds: readonly string[];
}

/**
 * What `readChannel` answers of each of these, in one statement for all: the posts are those of all together, of which the
 * rules look only at their own.
 * @param ends the post that sends and the one that receives.
 */
export async function readChannels(
  database: SqlRunner,
  organisationId: string,
  ends: readonly string[],
  things: readonly OnChannel[],
): Promise<{ readonly posts: ChannelFacts['posts']; readonly of: (thing: OnChannel) => ChannelFacts }> {
  const categories = [...new Set(things.flatMap(({ categoryId }) => categoryId ?? []))];
  const owed = [...new Set(things.flatMap(({ jumpedPostIds }) => jumpedPostIds))];
  const finals = `ARRAY(SELECT ${finalPostToday('$1', 'k.id')} FROM unnest($3::uuid[]) k (id))`;
  const [found] = await select(
    database,
    CHANNELS,
    `SELECT (SELECT COALESCE(json_agg(json_build_object('categoryId', k.id, 'power', ${powerToday('$1', 'k.id')})), '[]')
         FROM unnest($3::uuid[]) k (id)) AS powers,
       ${postsInLine('$1', `$2::uuid[] || $4::uuid[] || ${finals}`)} AS posts,
       (SELECT COALESCE(json_agg(jumped.id), '[]') FROM unnest($4::uuid[]) jumped (id) WHERE post_holder(jumped.id) IS NULL) AS vacant`,
    [organisationId, [...ends], categories, owed],
  );
  const { powers, posts, vacant } = found ?? { powers: [], posts: [], vacant: [] };
  const powerOf = (category: string | null) => powers.find(({ categoryId }) => categoryId === category)?.power ?? null;
  return { posts, of: ({ categoryId }) => ({ posts, vacant, power: powerOf(categoryId) }) };
}
