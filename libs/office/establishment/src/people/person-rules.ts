import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, type OfficeUser, refuseOtherPerson, type UnitsKept } from '@patravali/organisation';

/** For who keeps these units, or the office. @throws Refusal `not-found`, `not-allowed`, `account-closed` */
export async function lockOpenAccount(
  tx: Transaction,
  personId: string,
  units: UnitsKept | null = null,
): Promise<OfficeUser> {
  const person = await lockPerson(tx, personId);
  await refuseOtherPerson(tx, units, personId);
  if (person.closedAt !== null) throw new Refusal('account-closed', { person: person.username });
  return person;
}
