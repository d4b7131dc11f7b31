import { type Actor, askTheDatabase, authorizeReading } from '@patravali/authorization';
import { select, type SqlRunner } from '@patravali/database';
import type { FollowSome } from '@patravali/files';
import { z } from 'zod';
import { Receipt } from './receipt.entity';

const IDS = z.object({ id: z.uuid() });
const COUNT = z.object({ count: z.int() });

/** The post of this placeholder has a reason to read the receipt of the row, by the register and the tree of posts. */
const isDueTo = (alias: string, postId: string): string =>
  `is_due_receipt_reader(${alias}.organisation_id, ${alias}.id, ${postId})`;

askTheDatabase(Receipt, { stillDueTo: isDueTo });

/** Asks of rows that were read from the database what the rule of reading asks of somebody who has lost posts below him. */
export async function askWhetherDue(database: SqlRunner, { post }: Actor, receipts: readonly Receipt[]): Promise<void> {
  const named = post.loses === true ? receipts.filter((receipt) => receipt.readerPostIds.includes(post.id)) : [];
  if (named.length === 0) return;
  const due = await select(
    database,
    IDS,
    `SELECT r.id FROM receipt r WHERE r.organisation_id = $1 AND r.id = ANY ($2::uuid[]) AND ${isDueTo('r', '$3')}`,
    [post.organisationId, named.map(({ id }) => id), post.id],
  );
  const ids = new Set(due.map(({ id }) => id));
  for (const receipt of named) if (ids.has(receipt.id)) receipt.stillDueTo = [post.id];
}

/** Refuses with "not found" unless the actor may read this very receipt. */
export async function authorizeReadingReceipt(database: SqlRunner, actor: Actor, receipt: Receipt): Promise<void> {
  await askWhetherDue(database, actor, [receipt]);
  authorizeReading(actor, receipt);
}

/** Tells some receipts who stands above the post now that has read them. */
export const tellReceipts: FollowSome = async (tx, { organisationId, postId }, after, atOnce) => {
  const found = await tx.select(
    IDS,
    `SELECT r.id FROM receipt r WHERE r.organisation_id = $1 AND r.reader_post_ids @> ARRAY[$2::uuid] AND r.grading = 'normal'
       AND r.id > $3 ORDER BY r.id LIMIT ${atOnce} FOR NO KEY UPDATE`,
    [organisationId, postId, after],
  );
  if (found.length === 0) return { changed: 0, last: undefined };
  const [told] = await tx.select(COUNT, 'SELECT work_out_receipt_readers($1, $2::uuid[]) AS count', [
    organisationId,
    found.map(({ id }) => id),
  ]);
  return { changed: told?.count ?? 0, last: found.at(-1)?.id };
};
