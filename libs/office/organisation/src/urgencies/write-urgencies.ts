import type { OfficeUrgency } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { Upserted } from '../organisation/upsert';

/** Says of these degrees what the office says of them. */
export async function writeUrgencies(tx: Transaction, urgencies: readonly OfficeUrgency[]): Promise<Upserted[]> {
  const written = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO office_urgency AS known (organisation_id, code, name_hi, name_en, set_by, in_use)
     SELECT $1, code, name->>'hi', name->>'en', "setBy", "inUse"
     FROM jsonb_to_recordset($2::jsonb) AS said (code text, name jsonb, "setBy" text, "inUse" boolean)
     ON CONFLICT (organisation_id, code) DO UPDATE
       SET name_hi = EXCLUDED.name_hi, name_en = EXCLUDED.name_en, set_by = EXCLUDED.set_by, in_use = EXCLUDED.in_use
     WHERE (known.name_hi, known.name_en, known.set_by, known.in_use)
       IS DISTINCT FROM (EXCLUDED.name_hi, EXCLUDED.name_en, EXCLUDED.set_by, EXCLUDED.in_use)
     RETURNING xmax = 0 AS added`,
    [tx.by.organisationId, JSON.stringify(urgencies)],
  );
  return written.map(({ added }): Upserted => (added ? 'added' : 'changed'));
}

/** All others are as the manual has them. */
export async function forgetOtherUrgencies(tx: Transaction, urgencies: readonly OfficeUrgency[]): Promise<void> {
  await tx.execute('DELETE FROM office_urgency WHERE organisation_id = $1 AND code <> ALL ($2::text[])', [
    tx.by.organisationId,
    urgencies.map(({ code }) => code),
  ]);
}
