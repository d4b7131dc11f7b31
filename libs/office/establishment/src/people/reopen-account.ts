import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, ReopenAccount as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockEstablishment, lockPerson, refuseTakenEmail, setClosed } from '@patravali/organisation';

/** Opens a closed account again, of somebody who is back. He holds no post, and needs a new link if he had no password. */
@Injectable()
export class ReopenAccount {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`, `account-in-use`, `name-taken` */
  @Serves('reopenAccount')
  execute(actor: Actor, personId: string, { reason }: Request): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const person = await lockPerson(tx, personId);
      if (person.closedAt === null) throw new Refusal('account-in-use', { person: person.username });
      await refuseTakenEmail(tx, personId, person.email);
      await setClosed(tx, personId, false);
      await tx.record('user.reopened', personId, { reason, data: { person: person.username } });
      return { id: personId, version: person.version + 1 };
    });
  }
}
