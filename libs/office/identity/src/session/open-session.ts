import type { Transaction } from '@patravali/database';
import type { OfficeUser } from '@patravali/organisation';
import { newToken, tokenHash } from './secret-token';
import type { SessionPolicy } from './session-policy';

/** Opens a session for a person whose row is locked, and answers its token, which is kept nowhere. */
export async function openSession(tx: Transaction, user: OfficeUser, policy: SessionPolicy): Promise<string> {
  const token = newToken();
  await tx.execute(
    'DELETE FROM session WHERE organisation_id = $1 AND user_id = $2 AND expires_at < clock_timestamp()',
    [user.organisationId, user.id],
  );
  await tx.execute(
    `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
    [tokenHash(token), user.organisationId, user.id, user.demo, policy.hours * 3600],
  );
  return token;
}
