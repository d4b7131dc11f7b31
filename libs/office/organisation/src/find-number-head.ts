import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { FieldsOfNumber } from '@patravali/numbering';
import { NumberHead } from './organisation/organisation.entities';

/** The parts of a head that a file number prints. @throws Refusal `unknown-number-head`. */
export async function headInNumbers(tx: Transaction, id: string): Promise<FieldsOfNumber> {
  const head = await tx.find(NumberHead, { id });
  if (head) {
    const { basic, basicHi, primary, secondary } = head;
    return { fields: { basic, primary, secondary }, fieldsHi: { basic: basicHi ?? basic, primary, secondary } };
  }
  throw new Refusal('unknown-number-head', {}, { errors: [{ pointer: '#/headId', detail: 'unknown-number-head' }] });
}
