import { Injectable } from '@nestjs/common';
import type { Session } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, OfficeUser } from '@patravali/organisation';
import { EntityManager, IsNull } from 'typeorm';
import { isPassword } from '../password/passwords';
import { usernameAsKept } from '../password/username';
import { SecurityLog } from '../security/security-log';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { principalOf } from '../session/principal-of';
import { SessionPolicy } from '../session/session-policy';
import type { Visitor } from '../session/visitor';
import { SignInAttempts } from './sign-in-attempts';

export interface NewSession {
  /** To be shown to the person alone; the database keeps its hash. */
  readonly token: string;
  readonly session: Session;
}

export interface SignInRequest extends Visitor {
  readonly username: string;
  readonly password: string;
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
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `wrong-credentials`, which never says what was wrong; `too-many-attempts`. */
  async execute(request: SignInRequest): Promise<NewSession> {
    const username = usernameAsKept(request.username);
    const { address } = request;
    const token = await this.attempts.count({ username, address }, () => this.open({ ...request, username }));
    return { token, session: (await this.findSession.execute(token)).session };
  }

  private async open({ username, password, ...visitor }: SignInRequest): Promise<string> {
    const user = await this.find(username);
    if (!(await isPassword(user?.passwordHash ?? null, password)) || !user) {
      const { organisationId, id: userId } = user ?? {};
      await this.log.record({ kind: 'sign_in_failed', username, organisationId, userId, address: visitor.address });
      throw new Refusal('wrong-credentials');
    }
    const { token } = await this.transactions.run(principalOf(user.organisationId, user.id), async (tx) => {
      const locked = await lockPerson(tx, user.id);
      if (locked.passwordHash !== user.passwordHash || locked.closedAt !== null) throw new Refusal('wrong-credentials');
      const opened = await openSession(tx, locked, { policy: this.policy, log: this.log, visitor, way: 'password' });
      // From where, the security log says, for as long as it keeps it.
      await tx.record('user.signed_in', user.id, { data: {} });
      return { token: opened };
    });
    return token;
  }

  /** A name that two organisations know is nobody's: it would not say whose password is asked for. */
  private async find(username: string): Promise<OfficeUser | undefined> {
    const users = await this.database.findBy(OfficeUser, { username, closedAt: IsNull() });
    return users.length === 1 ? users[0] : undefined;
  }
}
