import type { Transaction } from '@patravali/database';
import type { OfficeUser } from '@patravali/organisation';
import type { SecurityLog } from '../security/security-log';
import { endSessions } from './end-sessions';
import { newToken, tokenHash } from './secret-token';
import type { SessionPolicy } from './session-policy';
import type { Visitor } from './visitor';

export interface Opening {
  readonly policy: SessionPolicy;
  readonly log: SecurityLog;
  readonly visitor: Visitor;
  readonly way: 'password' | 'link' | 'demo';
}

const LONGEST_DEVICE = 300;

/**
 * Opens a session for a person whose row is locked, and answers its token, which is kept nowhere. One too many ends the
 * one that was used longest ago: whoever forgot to sign out elsewhere is not kept out here.
 */
export async function openSession(tx: Transaction, user: OfficeUser, opening: Opening): Promise<string> {
  const { policy, log, visitor, way } = opening;
  const token = newToken();
  await endSessions(tx, log, user.id, {
    how: 'too_many',
    which: `id IN (SELECT id FROM session WHERE organisation_id = $1 AND user_id = $2
      ORDER BY last_used_at DESC, id OFFSET $3)`,
    values: [policy.most - 1],
  });
  await tx.execute(
    `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at, confirmed_at, address, device)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5), clock_timestamp(), $6, $7)`,
    [
      tokenHash(token),
      user.organisationId,
      user.id,
      user.demo,
      policy.hours * 3600,
      visitor.address,
      visitor.device?.slice(0, LONGEST_DEVICE) ?? null,
    ],
  );
  const { organisationId, id: userId } = user;
  await log.within(tx, { kind: 'signed_in', organisationId, userId, address: visitor.address, data: { way } });
  return token;
}
