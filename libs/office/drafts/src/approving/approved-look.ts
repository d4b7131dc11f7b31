import type { DraftContent } from '@patravali/contract';
import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { ApprovedLetterhead, FixedLook, OwnLook } from '@patravali/letters';
import { z } from 'zod';
import type { Draft } from '../draft/draft.entities';

/** For the row of an approval; its letterhead is kept, if no letter bore it before. */
export async function keepLook(tx: Transaction, fixed: FixedLook) {
  const [kept] = await tx.select(
    z.object({ sha256: z.string() }),
    `WITH said AS (SELECT encode(sha256(convert_to($2::jsonb::text, 'UTF8')), 'hex') AS sha256),
       kept AS (INSERT INTO approved_letterhead (organisation_id, sha256, letterhead) SELECT $1, sha256, $2::jsonb FROM said
         ON CONFLICT DO NOTHING)
     SELECT sha256 FROM said`,
    [tx.by.organisationId, JSON.stringify(ApprovedLetterhead.parse(fixed))],
  );
  if (!kept) throw new Error('The database told no hash');
  return { letterheadSha256: kept.sha256, look: OwnLook.parse(fixed) };
}

/**
 * As the draft was approved last. Null while it is not approved, where the text is another than the approved one, and for what was
 * approved before approvals kept it.
 */
export async function approvedLook(
  database: SqlRunner,
  { organisationId, id, fileId }: Pick<Draft, 'organisationId' | 'id' | 'fileId'>,
  content: DraftContent,
): Promise<FixedLook | null> {
  const [approved] = await select(
    database,
    z.object({ look: FixedLook }),
    `SELECT h.letterhead || a.look AS look FROM draft d
     JOIN draft_approval a ON a.organisation_id = d.organisation_id AND a.draft_id = d.id
       AND a.draft_version = d.approved_version AND a.post_id = d.approved_by_post_id
     JOIN draft_version v ON v.organisation_id = a.organisation_id AND v.draft_id = a.draft_id AND v.number = a.draft_version
     JOIN approved_letterhead h ON h.organisation_id = a.organisation_id AND h.sha256 = a.letterhead_sha256
     WHERE d.organisation_id = $1 AND d.id = $2 AND d.file_id = $3 AND v.content = $4::jsonb`,
    [organisationId, id, fileId, JSON.stringify(content)],
  );
  return approved?.look ?? null;
}
