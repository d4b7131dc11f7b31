import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { factsOf } from '../../../libs/platform/signatures/src/certificates/certificate';
import { openP12 } from '../../../libs/platform/signatures/src/key/open-p12';
import type { TestOffice } from '../office/test-office';
import { aKey, type MadeKey } from './made-keys';

/** With which a person signs. */
export interface OwnKey {
  readonly keyId: string;
  readonly passphrase: string;
}

/**
 * The person behind the actor gets a key in place of the one he had, as if he had added it, under the password it was made with: sealing one hashes a passphrase a million times,
 * and so does opening it.
 */
export async function giveKey(
  office: TestOffice,
  { organisationId, userId }: Pick<Actor, 'organisationId' | 'userId'>,
  key?: MadeKey,
): Promise<OwnKey> {
  const { p12, password } = key ?? (await aKey('Asha Devi'));
  const [{ subject, issuer, serial, validFrom, validUntil, fingerprint }] = await certificatesIn(p12, password);
  const keyId = randomUUID();
  await office.rows(
    `UPDATE signing_key SET state = 'replaced', ended_at = office_now(), p12 = NULL WHERE user_id = $1 AND kind = 'p12' AND state = 'in_use'`,
    [userId],
  );
  await office.rows(
    `INSERT INTO signing_key (id, organisation_id, user_id, kind, p12, subject, issuer, serial, valid_from, valid_until, fingerprint, bears_other_name)
     VALUES ($1, $2, $3, 'p12', $4, $5, $6, $7, $8, $9, $10, false)`,
    [keyId, organisationId, userId, p12, subject, issuer, serial, validFrom, validUntil, fingerprint],
  );
  return { keyId, passphrase: password };
}

/** What the certificates of a key say, that of its owner first. */
export async function certificatesIn(p12: string, password: string) {
  const [own, ...others] = (await openP12(Buffer.from(p12, 'base64'), password)).certificates.map(factsOf);
  if (!own) throw new Error('the key has no certificate');
  return [own, ...others] as const;
}
