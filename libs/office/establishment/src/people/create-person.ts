import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CreatePerson as Request, SignInLinkMade } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { insertSignInLink, LINK_HOURS, SecurityLog } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import { insertPerson, isUsernameTaken, lockEstablishment, refuseTakenEmail, unfit } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';

/** Enters a person, who holds no post yet, with the link by which he signs in for the first time. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-allowed`; `name-taken` */
  @Serves('createPerson')
  execute(actor: Actor, { username, name, email, reason }: Request): Promise<SignInLinkMade> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      if (await isUsernameTaken(tx, username)) throw unfit('name-taken', 'username', { name: username });
      const id = uuidv7();
      await refuseTakenEmail(tx, id, email);
      const demo = await insertPerson(tx, { id, username, name, email });
      const token = demo ? null : await insertSignInLink(tx, this.log, id);
      await tx.record('user.created', id, { reason, data: { person: username } });
      return { id, token, validHours: LINK_HOURS };
    });
  }
}
