import type { Transaction } from '@patravali/database';
import type { FieldsOfNumber } from '@patravali/numbering';
import { fieldsOfUnit } from './numbering/ahead';
import { Unit } from './organisation/organisation.entities';

/** The unit of a post, whose abbreviation numbers may print. */
export async function unitInNumbers(tx: Transaction, unitId: string): Promise<FieldsOfNumber> {
  const unit = await tx.find(Unit, { id: unitId });
  return fieldsOfUnit(unit ?? { abbreviation: '', abbreviationHi: null });
}
