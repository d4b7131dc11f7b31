import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';

/** Tables that a description fills, with the constraint by which a row is known again, and whether a row has an id. */
const KNOWN_BY = {
  unit: { constraint: 'unit_abbreviation_once', hasId: true },
  post: { constraint: 'post_marking_once', hasId: true },
  office_user: { constraint: 'username_once', hasId: true },
  number_head: { constraint: 'number_head_once', hasId: true },
  number_scheme: { constraint: 'number_scheme_pkey', hasId: false },
} as const;

export type Put = 'added' | 'changed' | 'same';

/** Adds the row, or brings the one that is known by the same name up to date. */
export async function putRow(
  tx: Transaction,
  table: keyof typeof KNOWN_BY,
  row: Record<string, unknown>,
): Promise<Put> {
  const { constraint, hasId } = KNOWN_BY[table];
  const facts = { organisation_id: tx.by.organisationId, ...row };
  const columns = Object.keys(facts).map((name) => `"${name}"`);
  const all = hasId ? { id: uuidv7(), ...facts } : facts;
  const marks = Object.keys(all).map((_, index) => `$${index + 1}`);
  const [put] = await tx.query<{ added: boolean }>(
    `INSERT INTO ${table} (${hasId ? 'id, ' : ''}${columns.join(', ')}) VALUES (${marks.join(', ')})
     ON CONFLICT ON CONSTRAINT ${constraint} DO UPDATE SET ${columns.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}
     WHERE (${columns.map((name) => `${table}.${name}`).join(', ')})
       IS DISTINCT FROM (${columns.map((name) => `EXCLUDED.${name}`).join(', ')})
     RETURNING xmax = 0 AS added`,
    Object.values(all),
  );
  if (!put) return 'same';
  return put.added ? 'added' : 'changed';
}
