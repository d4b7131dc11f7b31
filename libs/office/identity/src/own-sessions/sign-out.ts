import { Injectable } from '@nestjs/common';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson } from '@patravali/organisation';
import { SecurityLog } from '../security/security-log';
import { endSessions } from '../session/end-sessions';
import type { SignedIn } from '../session/find-session';

/** Ends one session. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-signed-in` when the session has ended meanwhile. */
  async execute({ person, tokenHash }: SignedIn): Promise<void> {
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      const ended = await endSessions(tx, this.log, user.id, {
        how: 'signed_out',
        which: 'token_hash = $3',
        values: [tokenHash],
      });
      if (ended === 0) throw new Refusal('not-signed-in');
      await tx.record('user.signed_out', user.id);
      return {};
    });
  }
}
