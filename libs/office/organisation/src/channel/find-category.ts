import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { CaseCategory } from './case-category.entity';

/** The code of a kind of case; null of none. @throws Refusal `unknown-category` for one that the organisation does not have. */
export async function categoryCode(tx: Transaction, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const category = await tx.find(CaseCategory, { id });
  if (category) return category.code;
  throw new Refusal('unknown-category', {}, { errors: [{ pointer: '#/categoryId', detail: 'unknown-category' }] });
}
