import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
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

/** Which of these drafts lie on the file: notes refer to them. */
export async function draftsOnFile(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.select(
    z.object({ id: z.uuid() }),
    'SELECT id FROM draft WHERE organisation_id = $1 AND file_id = $2 AND id = ANY ($3)',
    [organisationId, fileId, ids],
  );
  return rows.map(({ id }) => id);
}
