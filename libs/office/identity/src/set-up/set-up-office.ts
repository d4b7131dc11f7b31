import { Injectable } from '@nestjs/common';
import { Day, type SetUpOffice as SetUpOfficeRequest } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import {
  lockExistingOffice,
  OfficeParts,
  OfficeUser,
  Organisation,
  setPasswordHash,
  writeOffice,
} from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { hashPassword } from '../password/passwords';
import { refuseWeakPassword } from '../password/refuse-weak-password';
import { SecurityLog } from '../security/security-log';
import { FindSession } from '../session/find-session';
import { openSession } from '../session/open-session';
import { tokenHash } from '../session/secret-token';
import { SessionPolicy } from '../session/session-policy';
import type { Visitor } from '../session/visitor';
import type { NewSession } from '../sign-in/sign-in';
import { firstOffice } from './first-office';
import { isSetUpLink } from './make-set-up-link';

/** Makes the office of a database that has none, by the link that the first start prints; whoever does it administers it. */
@Injectable()
export class SetUpOffice {
  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly parts: OfficeParts,
    private readonly findSession: FindSession,
    private readonly policy: SessionPolicy,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @throws Refusal `already-set-up`; `set-up-link-not-valid`: unknown, expired, or replaced by a newer one; `password-common`,
   * `password-holds-name`, which leave the link as it is.
   */
  async execute(request: SetUpOfficeRequest & Visitor): Promise<NewSession> {
    const { token, office, name, username, newPassword, address, device } = request;
    if (await this.database.existsBy(Organisation, {})) throw new Refusal('already-set-up');
    if (!(await isSetUpLink(this.database, token))) {
      await this.log.record({ kind: 'link_failed', address });
      throw new Refusal('set-up-link-not-valid');
    }
    const names = [office.hi, office.en, name.hi, name.en].filter((each) => each !== null);
    refuseWeakPassword(newPassword, { username, names });
    const passwordHash = await hashPassword(newPassword);
    const organisationId = uuidv7();
    const by = { organisationId, userId: null, postId: null, capacity: null };
    const opened = await this.transactions.run(by, async (tx) => {
      if ((await lockExistingOffice(tx)).name !== null) throw new Refusal('already-set-up');
      await writeOffice(tx, firstOffice(request, await today(tx)), this.parts);
      await useUp(tx, token);
      const user = await tx.find(OfficeUser, { username });
      if (!user) throw new Error(`${username} was not written`);
      await setPasswordHash(tx, user.id, passwordHash);
      await this.log.within(tx, { kind: 'link_used', organisationId, userId: user.id, address });
      const opening = { policy: this.policy, log: this.log, visitor: { address, device }, way: 'link' } as const;
      const session = await openSession(tx, user, opening);
      await tx.record('organisation.set_up', organisationId, { data: { username } });
      return { token: session };
    });
    return { token: opened.token, session: (await this.findSession.execute(opened.token)).session };
  }
}

async function today(tx: Transaction): Promise<string> {
  const [row] = await tx.select(z.object({ day: Day }), 'SELECT india_today() AS day');
  if (!row) throw new Error('The database tells no day');
  return row.day;
}

async function useUp(tx: Transaction, token: string): Promise<void> {
  const [used] = await tx.select(
    z.object({ by: z.string() }),
    `UPDATE set_up_link SET organisation_id = $2
     WHERE token_hash = $1 AND organisation_id IS NULL AND expires_at > clock_timestamp() RETURNING token_hash AS by`,
    [tokenHash(token), tx.by.organisationId],
  );
  if (!used) throw new Refusal('set-up-link-not-valid');
}
