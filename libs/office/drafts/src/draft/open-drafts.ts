import type { FileCustody } from '@patravali/custody';
import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** A letter that was put up and never issued would be forgotten with its file. @throws Refusal `drafts-open`. */
export async function refuseUnissuedDrafts(tx: Transaction, custody: FileCustody): Promise<void> {
  const [open] = await tx.select(
    z.object({ count: z.int() }),
    `SELECT count(*)::int AS count FROM draft WHERE organisation_id = $1 AND file_id = $2 AND state IN ('draft', 'approved', 'numbered')`,
    [custody.organisationId, custody.fileId],
  );
  if (open && open.count > 0) throw new Refusal('drafts-open', { count: open.count });
}

/** On which file each of these drafts lies: notes refer to them. */
export async function filesOfDrafts(
  database: SqlRunner,
  organisationId: string,
  ids: readonly string[],
): Promise<{ id: string; fileId: string }[]> {
  return await select(
    database,
    z.object({ id: z.uuid(), fileId: z.uuid() }),
    'SELECT id, file_id AS "fileId" FROM draft WHERE organisation_id = $1 AND id = ANY ($2)',
    [organisationId, ids],
  );
}
