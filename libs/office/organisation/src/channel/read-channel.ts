import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { finalPostToday, LineRow, postsInLine, powerToday, PowerRow } from './line-rows';

const CHANNEL = z.object({
  power: PowerRow.nullable(),
  posts: z.array(LineRow),
  /** Of the jumped posts, those that nobody holds today. */
  vacant: z.array(z.uuid()),
});

/** What sending depends on of the posts at both ends, of those above them, and of what the office has laid down. */
export type ChannelFacts = z.infer<typeof CHANNEL>;

/**
 * One statement for all of it.
 * @param ends the post that sends and the one that receives.
 * @param thing expressions, with `$3` for the file: its category, and the jumped posts that it has not passed yet.
 */
export async function readChannel(
  database: SqlRunner,
  organisationId: string,
  ends: readonly string[],
  thing: { readonly id: string; readonly category: string; readonly owed: string },
): Promise<ChannelFacts> {
  const { category, owed } = thing;
  const ids = `$2::uuid[] || ${owed} || ${finalPostToday('$1', category)}`;
  const [facts] = await select(
    database,
    CHANNEL,
    `SELECT ${powerToday('$1', category)} AS power, ${postsInLine('$1', ids)} AS posts,
       (SELECT COALESCE(json_agg(jumped.id), '[]') FROM unnest(${owed}) jumped (id) WHERE post_holder(jumped.id) IS NULL) AS vacant`,
    [organisationId, [...ends], thing.id],
  );
  return facts ?? { power: null, posts: [], vacant: [] };
}
