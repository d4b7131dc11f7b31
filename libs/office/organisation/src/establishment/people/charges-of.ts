import type { Actor } from '@patravali/authorization';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { holdersNowAndLater, postsRightBelow } from '../posts/hanging-on-post';
import { refuseNonKeeper, within } from '../rules/unit-administration';

/** Without a post: of a person who holds none. */
const CHARGE = z.object({ postId: z.uuid().nullable(), below: z.int(), otherHolders: z.int() });

export interface Charge {
  readonly postId: string;
  /** Posts right below it. */
  readonly below: number;
  readonly otherHolders: number;
}

/** The posts that a person whom the actor sees holds now or is to hold, the highest first. @throws Refusal `not-allowed`, `not-found` */
export async function chargesOf(database: SqlRunner, actor: Actor, personId: string): Promise<Charge[]> {
  refuseNonKeeper(actor);
  const values: unknown[] = [actor.organisationId, personId];
  const { seenPerson } = within(actor, values);
  const rows = await select(
    database,
    CHARGE,
    `SELECT post.id AS "postId", ${postsRightBelow('$1', 'post.id')} AS below,
       ${holdersNowAndLater('$1', 'post.id', '$2')} AS "otherHolders"
     FROM office_user person LEFT JOIN post ON post.organisation_id = $1 AND EXISTS (SELECT FROM tenure
       WHERE tenure.organisation_id = $1 AND tenure.post_id = post.id AND tenure.user_id = $2
         AND is_not_over(tenure))
     WHERE person.organisation_id = $1 AND person.id = $2 AND ${seenPerson} ORDER BY post.level, post.marking`,
    values,
  );
  if (rows.length === 0) throw new Refusal('not-found');
  return rows.flatMap(({ postId, ...left }) => (postId === null ? [] : [{ postId, ...left }]));
}
