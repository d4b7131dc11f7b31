import { Injectable } from '@nestjs/common';
import { select, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, PEOPLE, setPasswordHash } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { hashPassword } from '../password/passwords';
import { refuseWeakPassword } from '../password/refuse-weak-password';
import { SecurityLog } from '../security/security-log';
import { endSessions } from '../session/end-sessions';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { principalOf } from '../session/principal-of';
import { tokenHash } from '../session/secret-token';
import { SessionPolicy } from '../session/session-policy';
import type { Visitor } from '../session/visitor';
import type { NewSession } from './sign-in';

export interface LinkUse extends Visitor {
  readonly token: string;
  readonly newPassword: string;
}

const LINK = z.object({
  organisationId: z.uuid(),
  userId: z.uuid(),
  username: z.string(),
  names: z.array(z.string()),
});

/** Uses a one-time link: sets the person's password, ends every session they had, and opens a new one. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @throws Refusal `link-not-valid`: unknown, used, expired, or replaced by a newer one; `password-common`,
   * `password-holds-name`, which leave the link as it is.
   */
  async execute({ token, newPassword, ...visitor }: LinkUse): Promise<NewSession> {
    const link = await this.find(token);
    if (!link) {
      await this.log.record({ kind: 'link_failed', address: visitor.address });
      throw new Refusal('link-not-valid');
    }
    refuseWeakPassword(newPassword, link);
    const passwordHash = await hashPassword(newPassword);
    const opened = await this.transactions.run(principalOf(link.organisationId, link.userId), async (tx) => {
      const user = await lockPerson(tx, link.userId);
      await useUp(tx, token);
      await setPasswordHash(tx, user.id, passwordHash);
      await endSessions(tx, this.log, user.id, { how: 'link_used', which: 'true' });
      const { address } = visitor;
      const { organisationId, userId } = link;
      await this.log.within(tx, { kind: 'link_used', organisationId, userId, address });
      const session = await openSession(tx, user, { policy: this.policy, log: this.log, visitor, way: 'link' });
      await tx.record('user.link_used', user.id);
      return { token: session };
    });
    return { token: opened.token, session: (await this.findSession.execute(opened.token)).session };
  }

  /** Looks before it hashes: a made-up link must not cost a hash. Demo people never get a password. */
  private async find(token: string): Promise<z.output<typeof LINK> | undefined> {
    const [link] = await select(
      this.database,
      LINK,
      `SELECT link.organisation_id AS "organisationId", link.user_id AS "userId", person.username,
         ARRAY[person.name_hi, person.name_en, office.name_hi, office.name_en] AS names
       FROM sign_in_link link JOIN ${PEOPLE} ON person.id = link.user_id AND NOT person.demo
       WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    return link;
  }
}

async function useUp(tx: Transaction, token: string): Promise<void> {
  const [used] = await tx.select(
    z.object({ tokenHash: z.string() }),
    `UPDATE sign_in_link SET used_at = clock_timestamp()
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING token_hash AS "tokenHash"`,
    [tokenHash(token)],
  );
  if (!used) throw new Refusal('link-not-valid');
}
