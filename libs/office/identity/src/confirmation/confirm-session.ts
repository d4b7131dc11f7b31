import { Injectable } from '@nestjs/common';
import { type ConfirmSession as Proof, Instant, type Session } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson } from '@patravali/organisation';
import { z } from 'zod';
import { SecurityLog } from '../security/security-log';
import type { SignedIn } from '../session/find-session';
import { Confirmation } from './confirmation';

/** The person confirms that it is still he: for some minutes he may sign. */
@Injectable()
export class ConfirmSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmation: Confirmation,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `wrong-current-password`, `too-many-attempts`, counted together with signing in.
   */
  async execute(signedIn: SignedIn, proof: Proof, address: string): Promise<Session> {
    const { person, tokenHash, session } = signedIn;
    await this.confirmation.prove(signedIn, proof, address);
    const { confirmedAt } = await this.transactions.run(person, async (tx) => {
      const { organisationId, id: userId } = await lockPerson(tx, person.userId);
      const [confirmed] = await tx.select(
        z.object({ confirmedAt: Instant }),
        `UPDATE session SET confirmed_at = clock_timestamp() WHERE token_hash = $1 AND organisation_id = $2
         RETURNING confirmed_at AS "confirmedAt"`,
        [tokenHash, organisationId],
      );
      if (!confirmed) throw new Refusal('not-signed-in');
      await this.log.within(tx, { kind: 'confirmed', organisationId, userId, address });
      await tx.record('user.session_confirmed', userId);
      return confirmed;
    });
    return { ...session, confirmedAt };
  }
}
