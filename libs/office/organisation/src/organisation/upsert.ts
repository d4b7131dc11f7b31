import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Tables that a description fills, with the constraint by which a row is known again. */
const KNOWN_BY = {
  unit: 'unit_abbreviation_once',
  post: 'post_marking_once',
  office_user: 'username_once',
  number_head: 'number_head_once',
  case_category: 'case_category_code_once',
  draft_template: 'draft_template_code_once',
} as const;

export type Upserted = 'added' | 'changed' | 'same';

/** Adds the row, or brings the one that is known by the same name up to date. */
export async function upsert(
  tx: Transaction,
  table: keyof typeof KNOWN_BY,
  row: Record<string, unknown>,
): Promise<Upserted> {
  const facts = { organisation_id: tx.by.organisationId, ...row };
  const columns = Object.keys(facts).map((name) => `"${name}"`);
  const all = { id: uuidv7(), ...facts };
  const marks = Object.keys(all).map((_, index) => `$${index + 1}`);
  const [written] = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (${marks.join(', ')})
     ON CONFLICT ON CONSTRAINT ${KNOWN_BY[table]} DO UPDATE SET ${columns.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}
     WHERE (${columns.map((name) => `${table}.${name}`).join(', ')})
       IS DISTINCT FROM (${columns.map((name) => `EXCLUDED.${name}`).join(', ')})
     RETURNING xmax = 0 AS added`,
    Object.values(all),
  );
  if (!written) return 'same';
  return written.added ? 'added' : 'changed';
}
