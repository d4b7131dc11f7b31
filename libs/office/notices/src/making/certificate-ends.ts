import type { NoticeKind } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { postHeldToday } from '@patravali/organisation';
import { KEYS_THAT_END } from '@patravali/signing';
import { z } from 'zod';

const KIND: NoticeKind = 'certificate_ends';
const MADE = z.object({ id: z.uuid() });

/** Tells people once that the certificate of their key ends, while there is time to get another one. @returns the ids of the notices. */
export async function makeCertificateEnds(database: SqlRunner): Promise<string[]> {
  const { source, when } = KEYS_THAT_END;
  const made = await select(
    database,
    MADE,
    `INSERT INTO notice (organisation_id, user_id, post_id, kind, subject_kind, subject_id, cause_id, at)
       SELECT k.organisation_id, k.user_id, held.post_id, $1, 'key', k.id, md5(k.id::text || 'ends')::uuid, office_now()
       FROM ${source} JOIN ${postHeldToday('k.organisation_id', 'k.user_id')} ON true
       WHERE ${when} AND office_works_on(k.organisation_id, india_today())
       ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING id`,
    [KIND],
  );
  return made.map(({ id }) => id);
}
