import { Injectable } from '@nestjs/common';
import type { ChangePassword as NewAndCurrent } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, setPasswordHash } from '@patravali/organisation';
import { SecurityLog } from '../security/security-log';
import { endSessions } from '../session/end-sessions';
import type { SignedIn } from '../session/find-session';
import { hashPassword, isPassword } from '../password/passwords';
import { refuseWeakPassword } from '../password/refuse-weak-password';
import { SignInAttempts } from './sign-in-attempts';

/** Changes one's own password, and ends one's other sessions. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `wrong-current-password`; `password-common`, `password-holds-name`; `too-many-attempts`, counted together with signing in.
   */
  async execute(signedIn: SignedIn, passwords: NewAndCurrent, address: string): Promise<void> {
    const { username } = signedIn.session.user;
    await this.attempts.count({ username, address }, () => this.change(signedIn, passwords, address));
  }

  private async change(
    { person, session, tokenHash }: SignedIn,
    { currentPassword, newPassword }: NewAndCurrent,
    address: string,
  ): Promise<void> {
    const { organisationId, userId } = person;
    await this.transactions.run(person, async (tx) => {
      const user = await lockPerson(tx, person.userId);
      if (!(await isPassword(user.passwordHash, currentPassword))) {
        this.log.note({ kind: 'password_change_failed', organisationId, userId, address });
        throw new Refusal('wrong-current-password');
      }
      const { user: owner, organisation } = session;
      const names = [...Object.values(owner.name), ...Object.values(organisation.name)];
      refuseWeakPassword(newPassword, { username: owner.username, names });
      await setPasswordHash(tx, user.id, await hashPassword(newPassword));
      const others = { which: 'token_hash <> $3', values: [tokenHash] };
      await endSessions(tx, this.log, user.id, { how: 'password_changed', ...others });
      await this.log.within(tx, { kind: 'password_changed', organisationId, userId, address });
      await tx.record('user.password_changed', user.id);
      return {};
    });
  }
}
