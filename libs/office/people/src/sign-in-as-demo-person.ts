import { Injectable } from '@nestjs/common';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { DataSource } from 'typeorm';
import { asPerson } from './as-person';
import { FindSession } from './find-session';
import { openSession } from './open-session';
import { OfficeUser } from './people.entities';
import { SessionPolicy } from './session-policy';
import type { NewSession } from './sign-in';
import { usernameAsKept } from './username';

/** Opens a session as one of the people of the demo office, who have no password. */
@Injectable()
export class SignInAsDemoPerson {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `wrong-credentials` unless the demo is on and both the office and the person belong to it. */
  async execute({ username }: { readonly username: string }): Promise<NewSession> {
    const [person] = await this.dataSource.query<{ id: string; organisation_id: string }[]>(
      `SELECT office_user.id, organisation_id FROM office_user
       JOIN organisation ON organisation.id = organisation_id AND organisation.demo
       WHERE username = $1 AND office_user.demo AND $2`,
      [usernameAsKept(username), this.policy.demo],
    );
    if (!person) throw new Refusal('wrong-credentials');
    const { token } = await this.transactions.run(asPerson(person.organisation_id, person.id), async (tx) => {
      const user = await tx.lock(OfficeUser, { id: person.id });
      const opened = await openSession(tx, user, this.policy);
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.signed_in', data: { demo: true } });
      return { token: opened };
    });
    return { token, session: (await this.findSession.execute(token)).session };
  }
}
