import { Injectable } from '@nestjs/common';
import { Transactions } from '@patravali/database';
import { lockPerson } from '@patravali/organisation';
import { SecurityLog } from '../security/security-log';
import { endSessions } from '../session/end-sessions';
import type { SignedIn } from '../session/find-session';

/** Ends all of one's sessions but this one. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  async execute({ person, tokenHash }: SignedIn): Promise<void> {
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      await endSessions(tx, this.log, user.id, {
        how: 'by_another_session',
        which: 'token_hash <> $3',
        values: [tokenHash],
      });
      await tx.record('user.sessions_ended', user.id);
      return {};
    });
  }
}
