import { type DeskKind, PostInUse } from '@patravali/contract';
import { countOnDesk, type DeskPlace } from '@patravali/custody';
import { projection, select, type SqlRunner } from '@patravali/database';
import { holdersNowAndLater, postsRightBelow } from '@patravali/organisation';
import type { z } from 'zod';

const waiting = (kinds: readonly DeskKind[], places: readonly DeskPlace[]) => countOnDesk('$1', '$2', kinds, places);

const IN_USE = projection(PostInUse, {
  waiting: `jsonb_build_object('files', ${waiting(['file'], ['desk'])}, 'parked', ${waiting(['file'], ['parked', 'call_book'])},
    'receipts', ${waiting(['receipt', 'copy'], ['desk'])}, 'letters', ${waiting(['letter'], ['desk'])},
    'questions', ${waiting(['question', 'discussion'], ['desk'])})`,
  below: postsRightBelow('$1', '$2'),
  holders: holdersNowAndLater('$1', '$2'),
});

/** What hangs on a post. */
export async function postInUse(
  database: SqlRunner,
  organisationId: string,
  postId: string,
): Promise<z.output<typeof PostInUse>> {
  const [found] = await select(database, IN_USE.row, `SELECT ${IN_USE.columns}`, [organisationId, postId]);
  if (!found) throw new Error('a count has one row');
  return found;
}

export const isUsed = ({ waiting, below, holders }: PostInUse): boolean =>
  [below, holders, ...Object.values(waiting)].some((count) => count > 0);
