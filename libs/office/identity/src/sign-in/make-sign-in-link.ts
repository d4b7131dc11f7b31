import { Injectable } from '@nestjs/common';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, OfficeUser } from '@patravali/organisation';
import { EntityManager, IsNull } from 'typeorm';
import { usernameAsKept } from '../password/username';
import { SecurityLog } from '../security/security-log';
import { newToken, tokenHash } from '../session/secret-token';

/** So long a link can be used. */
export const LINK_HOURS = 72;

/** Makes a one-time sign-in link for a person; those made before and not yet used become void. */
@Injectable()
export class MakeSignInLink {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /**
   * By the machine's own administrator, at its keyboard: the event names no user.
   * @returns the token of the link, which is kept nowhere.
   * @throws Refusal `not-found` when there is no such person, or it is one of the demo's, who need no password.
   */
  async execute(username: string): Promise<{ token: string }> {
    const name = usernameAsKept(username);
    const found = await this.database.findOneBy(OfficeUser, { username: name, demo: false, closedAt: IsNull() });
    if (!found) throw new Refusal('not-found');
    const by = { organisationId: found.organisationId, userId: null, postId: null, capacity: null };
    return this.transactions.run(by, async (tx) => {
      const user = await lockPerson(tx, found.id);
      const token = await insertSignInLink(tx, this.log, user.id);
      await tx.record('user.link_made', user.id);
      return { token };
    });
  }
}

/** Answers the token of a new link for the person, and voids those not yet used. */
export async function insertSignInLink(tx: Transaction, log: SecurityLog, userId: string): Promise<string> {
  const token = newToken();
  const { organisationId } = tx.by;
  await voidSignInLinks(tx, userId);
  await tx.execute(
    `INSERT INTO sign_in_link (token_hash, organisation_id, user_id, expires_at)
     VALUES ($1, $2, $3, clock_timestamp() + make_interval(hours => $4))`,
    [tokenHash(token), organisationId, userId, LINK_HOURS],
  );
  await log.within(tx, { kind: 'link_made', organisationId, userId });
  return token;
}

/** Links of the person that are not yet used can be used no more. */
export async function voidSignInLinks(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(
    `UPDATE sign_in_link SET expires_at = clock_timestamp()
     WHERE organisation_id = $1 AND user_id = $2 AND used_at IS NULL AND expires_at > clock_timestamp()`,
    [tx.by.organisationId, userId],
  );
}
