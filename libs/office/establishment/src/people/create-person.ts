import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CreatePerson as Request, SignInLinkMade } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { insertSignInLink, LINK_HOURS, SecurityLog } from '@patravali/identity';
import { Serves } from '@patravali/operations';
import { insertPerson, isDemo, isUsernameTaken, lockKept, refuseTakenEmail, unfit } from '@patravali/organisation';
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
  execute(actor: Actor, request: Request): Promise<SignInLinkMade> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const { id, demo } = await enterPerson(tx, request, units?.own);
      const token = demo ? null : await insertSignInLink(tx, this.log, id);
      return { id, token, validHours: LINK_HOURS };
    });
  }
}

/** Enters a person who does not sign in yet, for the administrator of that unit. @returns whether he is of a demo office. @throws Refusal `name-taken` */
export async function enterPerson(
  tx: Transaction,
  { username, name, email, reason }: Request,
  enteredUnitId: string | null = null,
): Promise<{ readonly id: string; readonly demo: boolean }> {
  const id = uuidv7();
  const asked = [isUsernameTaken(tx, username), isDemo(tx), refuseTakenEmail(tx, id, email)] as const;
  const [isTaken, demo] = await Promise.all(asked);
  if (isTaken) throw unfit('name-taken', 'username', { name: username });
  await insertPerson(tx, { id, username, name, email, demo, enteredUnitId });
  await tx.record('user.created', id, { reason, data: { person: username } });
  return { id, demo };
}
