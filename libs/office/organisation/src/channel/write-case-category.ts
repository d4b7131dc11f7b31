import type { Bilingual } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { upsert, type Upserted } from '../organisation/upsert';
import { CaseCategory } from './case-category.entity';

export interface CategoryToWrite {
  readonly code: string;
  readonly name: Bilingual;
  readonly unitId: string | null;
  readonly powers: readonly {
    readonly fromOn: string;
    readonly levels: readonly number[];
    readonly finalPostId: string | null;
    readonly reason?: string | null | undefined;
  }[];
}

export interface CategoryWritten {
  readonly id: string;
  readonly outcomes: readonly Upserted[];
}

/** Adds what is new and brings what is known up to date: the category by its code, each power by its day. Removes nothing. */
export async function writeCaseCategory(tx: Transaction, category: CategoryToWrite): Promise<CategoryWritten> {
  const { code, name, unitId, powers } = category;
  const kept = await upsert(tx, 'case_category', { code, name_hi: name.hi, name_en: name.en, unit_id: unitId });
  const id = (await tx.find(CaseCategory, { code }))?.id ?? '';
  const outcomes: Upserted[] = [kept];
  for (const power of powers) outcomes.push(await writePower(tx, id, power));
  return { id, outcomes };
}

async function writePower(
  tx: Transaction,
  categoryId: string,
  { fromOn, levels, finalPostId, reason = null }: CategoryToWrite['powers'][number],
): Promise<Upserted> {
  const [written] = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO power_delegation AS known (organisation_id, category_id, from_on, levels, final_post_id, reason)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organisation_id, category_id, from_on) DO UPDATE
       SET levels = EXCLUDED.levels, final_post_id = EXCLUDED.final_post_id, reason = EXCLUDED.reason
     WHERE (known.levels, known.final_post_id, known.reason)
       IS DISTINCT FROM (EXCLUDED.levels, EXCLUDED.final_post_id, EXCLUDED.reason)
     RETURNING xmax = 0 AS added`,
    [tx.by.organisationId, categoryId, fromOn, [...levels], finalPostId, reason],
  );
  if (!written) return 'same';
  return written.added ? 'added' : 'changed';
}
