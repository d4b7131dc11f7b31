import { type FileCustody, joinCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

const FACTS = z.object({ isPart: z.boolean(), openParts: z.int() });

/**
 * What of other files stands against closing this one.
 * @throws Refusal `files-attached`, `parts-open`, `part-not-closed-alone`.
 */
export async function refuseClosingApart(
  tx: Transaction,
  { organisationId, fileId, attachedFiles }: FileCustody,
): Promise<void> {
  if (attachedFiles > 0) throw new Refusal('files-attached');
  const [facts] = await tx.select(
    FACTS,
    `SELECT f.main_file_id IS NOT NULL AS "isPart", (SELECT count(*)::integer FROM office_file p ${joinCustody('p.id')}
       WHERE p.organisation_id = f.organisation_id AND p.main_file_id = f.id AND NOT c.incorporated) AS "openParts"
     FROM office_file f WHERE f.organisation_id = $1 AND f.id = $2`,
    [organisationId, fileId],
  );
  if (facts?.isPart) throw new Refusal('part-not-closed-alone');
  if (facts && facts.openParts > 0) throw new Refusal('parts-open');
}
