import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ChangePerson as Request, Kept } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { changePerson, lockKept, type OfficeUser, refuseChanged, refuseTakenEmail } from '@patravali/organisation';
import { lockOpenAccount } from './person-rules';

/** Corrects the name of a person, or where he is mailed. What he was called is kept; the user name stays. */
@Injectable()
export class ChangePerson {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile`, `account-closed`; `name-taken` */
  @Serves('changePerson')
  execute(actor: Actor, personId: string, request: Request, ifMatch: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const person = await lockOpenAccount(tx, personId, units);
      refuseChanged(person, ifMatch);
      await correctPerson(tx, person, request);
      const { name, email } = request;
      const isChanged = name.hi !== person.nameHi || name.en !== person.nameEn || email !== person.email;
      return { id: personId, version: person.version + (isChanged ? 1 : 0) };
    });
  }
}

/** Corrects a person, who is locked. @throws Refusal `name-taken` */
export async function correctPerson(
  tx: Transaction,
  { id, username }: OfficeUser,
  { name, email, reason }: Request,
): Promise<void> {
  await refuseTakenEmail(tx, id, email);
  await changePerson(tx, id, name, email);
  await tx.record('user.changed', id, { reason, data: { person: username } });
}
