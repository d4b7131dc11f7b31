import type { Transaction } from '@patravali/database';
import type { FieldsOfNumber } from '@patravali/numbering';
import { Unit } from './organisation/organisation.entities';

/** The unit of a post, whose abbreviation numbers may print. */
export async function unitInNumbers(tx: Transaction, unitId: string): Promise<FieldsOfNumber> {
  const unit = await tx.find(Unit, { id: unitId });
  const abbreviation = unit?.abbreviation ?? '';
  return { fields: { unit: abbreviation }, fieldsHi: { unit: unit?.abbreviationHi ?? abbreviation } };
}
