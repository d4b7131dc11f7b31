import { Injectable } from '@nestjs/common';
import { select, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, PEOPLE, setPasswordHash } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { hashPassword } from '../password/passwords';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { principalOf } from '../session/principal-of';
import { tokenHash } from '../session/secret-token';
import { SessionPolicy } from '../session/session-policy';
import type { NewSession } from './sign-in';

export interface LinkUse {
  readonly token: string;
  readonly newPassword: string;
}

/** Uses a one-time link: sets the person's password, ends every session they had, and opens a new one. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `link-not-valid`: unknown, used, expired, or replaced by a newer one. */
  async execute({ token, newPassword }: LinkUse): Promise<NewSession> {
    const link = await this.find(token);
    const passwordHash = await hashPassword(newPassword);
    const opened = await this.transactions.run(principalOf(link.organisationId, link.userId), async (tx) => {
      const user = await lockPerson(tx, link.userId);
      await useUp(tx, token);
      await setPasswordHash(tx, user.id, passwordHash);
      await tx.execute('DELETE FROM session WHERE organisation_id = $1 AND user_id = $2', [
        user.organisationId,
        user.id,
      ]);
      const session = await openSession(tx, user, this.policy);
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.link_used' });
      return { token: session };
    });
    return { token: opened.token, session: (await this.findSession.execute(opened.token)).session };
  }

  /** Looks before it hashes: a made-up link must not cost a hash. Demo people never get a password. */
  private async find(token: string): Promise<{ organisationId: string; userId: string }> {
    const [link] = await select(
      this.database,
      z.object({ organisationId: z.uuid(), userId: z.uuid() }),
      `SELECT link.organisation_id AS "organisationId", link.user_id AS "userId"
       FROM sign_in_link link JOIN ${PEOPLE} ON person.id = link.user_id AND NOT person.demo
       WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    if (!link) throw new Refusal('link-not-valid');
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
