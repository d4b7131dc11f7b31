import type { Transaction } from '@patravali/database';
import { Unit } from './organisation/organisation.entities';

/** The unit of a post, whose abbreviation numbers may print. */
export async function unitAbbreviation(tx: Transaction, unitId: string): Promise<string> {
  const unit = await tx.find(Unit, { id: unitId });
  return unit?.abbreviation ?? '';
}
