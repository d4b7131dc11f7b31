import { Injectable } from '@nestjs/common';
import type { Session } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, OfficeUser } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { isPassword } from '../password/passwords';
import { usernameAsKept } from '../password/username';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { principalOf } from '../session/principal-of';
import { SessionPolicy } from '../session/session-policy';
import { SignInAttempts } from './sign-in-attempts';

export interface NewSession {
  /** To be shown to the person alone; the database keeps its hash. */
  readonly token: string;
  readonly session: Session;
}

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  /** The network address it came from. */
  readonly address: string;
}

/** Opens a session by user name and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `wrong-credentials`, which never says what was wrong; `too-many-attempts`. */
  async execute({ username, password, address }: SignInRequest): Promise<NewSession> {
    const name = usernameAsKept(username);
    const succeeded = await this.attempts.begin({ username: name, address });
    const user = await this.find(name);
    if (!(await isPassword(user?.passwordHash ?? null, password)) || !user) throw new Refusal('wrong-credentials');
    const { token } = await this.transactions.run(principalOf(user.organisationId, user.id), async (tx) => {
      const locked = await lockPerson(tx, user.id);
      if (locked.passwordHash !== user.passwordHash) throw new Refusal('wrong-credentials');
      const opened = await openSession(tx, locked, this.policy);
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.signed_in', data: { address } });
      return { token: opened };
    });
    await succeeded();
    return { token, session: (await this.findSession.execute(token)).session };
  }

  /** A name that two organisations know is nobody's: it would not say whose password is asked for. */
  private async find(username: string): Promise<OfficeUser | undefined> {
    const users = await this.database.findBy(OfficeUser, { username });
    return users.length === 1 ? users[0] : undefined;
  }
}
