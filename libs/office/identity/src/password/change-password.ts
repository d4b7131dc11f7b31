import { Injectable } from '@nestjs/common';
import type { ChangePassword as NewAndCurrent } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, setPasswordHash } from '@patravali/organisation';
import type { SignedIn } from '../session/find-session';
import { SignInAttempts } from '../sign-in/sign-in-attempts';
import { hashPassword, isPassword } from './passwords';

/** Changes one's own password, and ends one's other sessions. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `wrong-current-password`; `too-many-attempts`, counted together with signing in.
   */
  async execute(
    { person, session, tokenHash }: SignedIn,
    { currentPassword, newPassword }: NewAndCurrent,
    address: string,
  ): Promise<void> {
    const succeeded = await this.attempts.begin({ username: session.user.username, address });
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      if (!(await isPassword(user.passwordHash, currentPassword))) throw new Refusal('wrong-current-password');
      await setPasswordHash(tx, user.id, await hashPassword(newPassword));
      await tx.execute('DELETE FROM session WHERE organisation_id = $1 AND user_id = $2 AND token_hash <> $3', [
        user.organisationId,
        user.id,
        tokenHash,
      ]);
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.password_changed' });
      return {};
    });
    await succeeded();
  }
}
