import { Injectable } from '@nestjs/common';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { DataSource } from 'typeorm';
import { asPerson } from './as-person';
import { FindSession } from './find-session';
import { openSession } from './open-session';
import { hashPassword } from './passwords';
import { OfficeUser } from './people.entities';
import { tokenHash } from './secret-token';
import { SessionPolicy } from './session-policy';
import type { NewSession } from './sign-in';

export interface LinkUse {
  readonly token: string;
  readonly newPassword: string;
}

/** Uses a one-time link: sets the person's password, ends every session they had, and opens a new one. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `link-not-valid`: unknown, used, expired, or replaced by a newer one. */
  async execute({ token, newPassword }: LinkUse): Promise<NewSession> {
    const link = await this.find(token);
    const passwordHash = await hashPassword(newPassword);
    const opened = await this.transactions.run(asPerson(link.organisation_id, link.user_id), async (tx) => {
      const user = await tx.lock(OfficeUser, { id: link.user_id });
      await useUp(tx, token);
      await tx.update(OfficeUser, { id: user.id }, { passwordHash });
      await tx.query('DELETE FROM session WHERE organisation_id = $1 AND user_id = $2', [user.organisationId, user.id]);
      const session = await openSession(tx, user, this.policy);
      await tx.record({ subject: { kind: 'user', id: user.id }, name: 'user.link_used' });
      return { token: session };
    });
    return { token: opened.token, session: (await this.findSession.execute(opened.token)).session };
  }

  /** Looks before it hashes: a made-up link must not cost a hash. Demo people never get a password. */
  private async find(token: string): Promise<{ organisation_id: string; user_id: string }> {
    const [link] = await this.dataSource.query<{ organisation_id: string; user_id: string }[]>(
      `SELECT link.organisation_id, link.user_id FROM sign_in_link link
       JOIN office_user ON office_user.id = link.user_id AND NOT office_user.demo
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    if (!link) throw new Refusal('link-not-valid');
    return link;
  }
}

async function useUp(tx: Transaction, token: string): Promise<void> {
  const [used] = await tx.query(
    `UPDATE sign_in_link SET used_at = clock_timestamp()
     WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING token_hash`,
    [tokenHash(token)],
  );
  if (!used) throw new Refusal('link-not-valid');
}
