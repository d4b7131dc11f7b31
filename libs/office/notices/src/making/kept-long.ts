import type { NoticeKind } from '@patravali/contract';
import { CUSTODY, overLimit } from '@patravali/custody';
import { select, type SqlRunner } from '@patravali/database';
import { directSuperior, holdersToday, OFFICES_WITH_LIMIT } from '@patravali/organisation';
import { z } from 'zod';

const KIND: NoticeKind = 'kept_long';
const MADE = z.object({ id: z.uuid() });
/** What has been over the limit for longer, while nobody made notices, is no news. */
const NEWS_DAYS = 7;

/**
 * Draws the attention of the superior to what has been on a desk below longer than the limit: once for each file and stay there.
 * Nothing is moved, and nothing approved. Normal files alone.
 * @returns the ids of the notices.
 */
export async function makeKeptLong(database: SqlRunner): Promise<string[]> {
  const made = await select(
    database,
    MADE,
    `INSERT INTO notice (organisation_id, user_id, post_id, kind, subject_kind, subject_id, cause_id, at)
       SELECT c.organisation_id, holder.user_id, above.post_id, $1, 'file', c.file_id,
         md5(c.file_id::text || c.movements::text || 'kept')::uuid, office_now()
       FROM ${OFFICES_WITH_LIMIT} JOIN ${CUSTODY} ON c.organisation_id = office.id
       CROSS JOIN LATERAL (SELECT ${directSuperior('c.holder_post_id')} AS post_id) above
       JOIN ${holdersToday('c.organisation_id', 'above.post_id')} ON true
       WHERE c.state IN ('on_desk', 'parked') AND c.grading = 'normal' AND ${overLimit('office.first_day')}
         AND c.clock_from >= office.first_day - ${NEWS_DAYS} AND office_works_on(c.organisation_id, india_today())
       ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING id`,
    [KIND],
  );
  return made.map(({ id }) => id);
}
