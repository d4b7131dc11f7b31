import { Injectable } from '@nestjs/common';
import { select, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { usernameAsKept } from '../password/username';
import { SecurityLog } from '../security/security-log';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { principalOf } from '../session/principal-of';
import { SessionPolicy } from '../session/session-policy';
import type { Visitor } from '../session/visitor';
import type { NewSession } from './sign-in';

/** Opens a session as one of the people of the demo office, who have no password. */
@Injectable()
export class SignInAsDemoPerson {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `wrong-credentials` unless the demo is on and both the office and the person belong to it. */
  async execute({ username, ...visitor }: { readonly username: string } & Visitor): Promise<NewSession> {
    const [person] = await select(
      this.database,
      z.object({ id: z.uuid(), organisationId: z.uuid() }),
      `SELECT person.id, person.organisation_id AS "organisationId" FROM ${PEOPLE}
       WHERE person.username = $1 AND person.demo AND office.demo AND $2`,
      [usernameAsKept(username), this.policy.demo],
    );
    if (!person) {
      await this.log.record({ kind: 'sign_in_failed', username: usernameAsKept(username), address: visitor.address });
      throw new Refusal('wrong-credentials');
    }
    const { token } = await this.transactions.run(principalOf(person.organisationId, person.id), async (tx) => {
      const user = await lockPerson(tx, person.id);
      const opened = await openSession(tx, user, { policy: this.policy, log: this.log, visitor, way: 'demo' });
      await tx.record('user.signed_in', user.id, { data: { demo: true } });
      return { token: opened };
    });
    return { token, session: (await this.findSession.execute(token)).session };
  }
}
