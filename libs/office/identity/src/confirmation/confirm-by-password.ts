import { Injectable } from '@nestjs/common';
import type { ConfirmSession } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { OfficeUser } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { isPassword } from '../password/passwords';
import { SecurityLog } from '../security/security-log';
import type { SignedIn } from '../session/find-session';
import { SignInAttempts } from '../sign-in/sign-in-attempts';
import { Confirmation } from './confirmation';

/** By the password, which is counted together with signing in; a demo person has none and only asks. */
@Injectable()
export class ConfirmByPassword extends Confirmation {
  constructor(
    private readonly database: EntityManager,
    private readonly attempts: SignInAttempts,
    private readonly log: SecurityLog,
  ) {
    super();
  }

  /** @throws Refusal `wrong-current-password`, `too-many-attempts`. */
  async prove({ person, session }: SignedIn, { password = '' }: ConfirmSession, address: string): Promise<void> {
    // The session of a demo person ends with the demo.
    if (session.demo) return;
    const { organisationId, userId } = person;
    await this.attempts.count({ username: session.user.username, address }, async () => {
      const user = await this.database.findOneBy(OfficeUser, { organisationId, id: userId });
      if (await isPassword(user?.passwordHash ?? null, password)) return;
      this.log.note({ kind: 'confirmation_failed', organisationId, userId, address });
      throw new Refusal('wrong-current-password');
    });
  }
}
