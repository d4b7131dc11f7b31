import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { FieldsOfNumber } from '@patravali/numbering';
import { unfit } from '../establishment/rules/administering';
import { NumberHead } from '../organisation/organisation.entities';

type Parts = Pick<NumberHead, 'basic' | 'primary' | 'secondary'>;

/** As numbers print it: `A-11011`, or the code of a head without parts. */
export const headCode = ({ basic, primary, secondary }: Parts): string =>
  primary === null || secondary === null ? basic : `${basic}-${primary}0${secondary}`;

/** What a number may print of a head. */
export function fieldsOfHead(head: Parts & Pick<NumberHead, 'basicHi'>): FieldsOfNumber {
  const fieldsIn = (basic: string) => {
    const { primary, secondary } = head;
    const parts = primary === null || secondary === null ? {} : { primary, secondary };
    return { head: headCode({ ...head, basic }), basic, ...parts };
  };
  return { fields: fieldsIn(head.basic), fieldsHi: fieldsIn(head.basicHi ?? head.basic) };
}

/** The parts of a head that a file number prints. @throws Refusal `unknown-number-head`. */
export async function headInNumbers(tx: Transaction, id: string): Promise<FieldsOfNumber> {
  const head = await tx.find(NumberHead, { id });
  if (head?.retiredAt === null) return fieldsOfHead(head);
  throw new Refusal('unknown-number-head', {}, { errors: [{ pointer: '#/headId', detail: 'unknown-number-head' }] });
}

/** Whether numbers of this form need a head with two parts. */
export const asksForParts = (template: string): boolean => /\{(primary|secondary)\}/.test(template);

/** @throws Refusal `head-without-parts` for a head that such a number cannot print */
export function refuseWithoutParts(template: string, head: Parts, field: string): void {
  if (head.primary !== null || !asksForParts(template)) return;
  throw unfit('head-without-parts', field, { head: head.basic });
}
