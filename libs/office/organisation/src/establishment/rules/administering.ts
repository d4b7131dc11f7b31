import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { Refusal, type RefusalCode } from '@patravali/errors';
import { lockOrganisation } from '../../organisation/lock-organisation';
import { refuseNonAdministrator } from '../../organisation/refuse-non-administrator';

/** Administrators change the establishment one after the other: what one has seen still holds when he writes. @throws Refusal `not-allowed` */
export async function lockEstablishment(tx: Transaction, actor: Actor): Promise<void> {
  refuseNonAdministrator(actor);
  await lockOrganisation(tx);
}

/** What is wrong in a field, as a refusal that names it. */
export function unfit(code: RefusalCode, field: string, params: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(code, params, { errors: [{ pointer: `#/${field}`, detail: code, params }] });
}

/** @throws Refusal `changed-meanwhile` */
export function refuseChanged(row: { readonly version: number }, seen: number): void {
  if (row.version !== seen) throw new Refusal('changed-meanwhile');
}

/** The version of a row after it says this: one that said so before stays as it is. */
export function versionAfter<Row extends { readonly version: number }>(row: Row, said: Partial<Row>): number {
  const isSame = Object.entries(said).every(
    ([name, value]) => JSON.stringify(Reflect.get(row, name)) === JSON.stringify(value),
  );
  return row.version + (isSame ? 0 : 1);
}
