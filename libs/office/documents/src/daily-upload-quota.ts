import type { Actor } from '@patravali/authorization';
import { BYTES_PER_MIB, type Config } from '@patravali/config';
import { midnightInIndia, select, type SqlRunner, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

export type Quota = Pick<Config, 'uploadsPerDay' | 'uploadBytesPerDay'>;

const USED = z.object({ uploads: z.int(), bytes: z.number(), seconds: z.int() });

/**
 * Refuses one more document of so many bytes, when the person has had what a day in India allows.
 * @throws Refusal `upload-quota-reached`, with the seconds until midnight.
 */
export async function refuseOverQuota(
  database: SqlRunner,
  { organisationId, userId }: Pick<Actor, 'organisationId' | 'userId'>,
  size: number,
  { uploadsPerDay, uploadBytesPerDay }: Quota,
): Promise<void> {
  const [used] = await select(
    database,
    USED,
    `SELECT count(*)::int AS uploads, COALESCE(sum(d.size), 0)::float8 AS bytes,
       ceil(extract(epoch FROM ${midnightInIndia('india_today() + 1')} - office_now()))::int AS seconds
     FROM document d WHERE d.organisation_id = $1 AND d.uploaded_by_user_id = $2 AND NOT d.made_here
       AND d.uploaded_at >= ${midnightInIndia('(SELECT india_today())')}`,
    [organisationId, userId],
  );
  if (!used || (used.uploads < uploadsPerDay && used.bytes + size <= uploadBytesPerDay)) return;
  const params = { uploads: uploadsPerDay, mib: Math.round(uploadBytesPerDay / BYTES_PER_MIB) };
  throw new Refusal('upload-quota-reached', params, { retryAfter: used.seconds });
}

/** Uploads of one person that come at once are counted one after the other, so that together they do not pass either. */
export async function countUpload(tx: Transaction, by: Actor, size: number, quota: Quota): Promise<void> {
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('upload ' || $1, 0))`, [by.userId]);
  await refuseOverQuota(tx, by, size, quota);
}
