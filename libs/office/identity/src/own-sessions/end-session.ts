import { Injectable } from '@nestjs/common';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson } from '@patravali/organisation';
import { SecurityLog } from '../security/security-log';
import { endSessions } from '../session/end-sessions';
import type { SignedIn } from '../session/find-session';

/** Ends another of one's own sessions, or this one. */
@Injectable()
export class EndSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-found` when it is not one's own, or has ended. */
  async execute({ person }: SignedIn, sessionId: string): Promise<void> {
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      const ended = await endSessions(tx, this.log, user.id, {
        how: 'by_another_session',
        which: 'id = $3',
        values: [sessionId],
      });
      if (ended === 0) throw new Refusal('not-found');
      await tx.record('user.session_ended', user.id);
      return {};
    });
  }
}
