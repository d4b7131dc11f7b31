import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { unfit } from './administering';

interface Named {
  readonly table: 'unit' | 'post';
  readonly column: 'abbreviation' | 'abbreviation_hi' | 'marking' | 'marking_hi';
  readonly field: string;
  readonly name: string | null;
  /** The row that is to be called so. */
  readonly id: string;
}

const TAKEN = z.object({ id: z.uuid() });

/** No two units, and no two posts, are abbreviated alike in one language. @throws Refusal `name-taken` */
export async function refuseTakenName(tx: Transaction, { table, column, field, name, id }: Named): Promise<void> {
  if (name === null) return;
  const [taken] = await tx.select(
    TAKEN,
    `SELECT id FROM ${table} WHERE organisation_id = $1 AND ${column} = $2 AND id <> $3 LIMIT 1`,
    [tx.by.organisationId, name, id],
  );
  if (taken) throw unfit('name-taken', field, { name });
}
