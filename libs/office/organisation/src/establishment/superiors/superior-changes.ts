import { SCHEDULE } from '@patravali/config';
import { type Queue, select, type SqlRunner, type Transaction } from '@patravali/database';
import { z } from 'zod';

/**
 * The files that are read because of a post are told that it stands below others: at once, and every minute whatever was left. Who
 * goes through the files belongs to an area above.
 */
export const FOLLOW_SUPERIORS: Queue = {
  name: 'follow-superiors',
  data: z.object({}),
  cron: SCHEDULE.followSuperiors,
};

const STANDING = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  postId: z.uuid(),
  files: z.int().nullable(),
  filesDone: z.int(),
  lastFileId: z.uuid().nullable(),
});
export type SuperiorChange = z.infer<typeof STANDING>;

const STANDING_ROW = `SELECT change.id, change.organisation_id AS "organisationId", change.post_id AS "postId", change.files,
  change.files_done AS "filesDone", change.last_file_id AS "lastFileId" FROM superior_change change`;

/** The changes of superiors of which not all files know yet, the oldest first. */
export const standingChanges = (database: SqlRunner): Promise<SuperiorChange[]> =>
  select(database, STANDING, `${STANDING_ROW} ORDER BY change.changed_at, change.id`, []);

/** Locks one of them, unless it has ended or somebody else is at it. */
export async function lockChange(tx: Transaction, id: string): Promise<SuperiorChange | null> {
  const [found] = await tx.select(STANDING, `${STANDING_ROW} WHERE change.id = $1 FOR UPDATE SKIP LOCKED`, [id]);
  return found ?? null;
}

/** Notes how far the files are that know of it. */
export const noteProgress = (tx: Transaction, id: string, { files, done, last }: Progress): Promise<void> =>
  tx.execute('UPDATE superior_change SET files = $2, files_done = $3, last_file_id = $4 WHERE id = $1', [
    id,
    files,
    done,
    last,
  ]);

interface Progress {
  readonly files: number;
  readonly done: number;
  readonly last: string;
}

/** All files know: from now on their rows alone say who reads them. */
export const endChange = (tx: Transaction, id: string): Promise<void> =>
  tx.execute('DELETE FROM superior_change WHERE id = $1', [id]);
