import { Injectable } from '@nestjs/common';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson } from '@patravali/organisation';
import { z } from 'zod';
import type { SignedIn } from './find-session';

/** Ends one session. */
@Injectable()
export class SignOut {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-signed-in` when the session has ended meanwhile. */
  async execute({ person, tokenHash }: SignedIn): Promise<void> {
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      const [ended] = await tx.select(
        z.object({ tokenHash: z.string() }),
        'DELETE FROM session WHERE token_hash = $1 RETURNING token_hash AS "tokenHash"',
        [tokenHash],
      );
      if (!ended) throw new Refusal('not-signed-in');
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.signed_out' });
      return {};
    });
  }
}
