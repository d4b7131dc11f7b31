import { randomUUID, X509Certificate } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { KeyBinding } from '@patravali/contract';
import { factsOf, openCertificate } from '../../../libs/platform/signatures/src/certificates/certificate';
import { openP12 } from '../../../libs/platform/signatures/src/key/open-p12';
import type { TestOffice } from '../office/test-office';
import { aKey, type MadeKey } from './made-keys';

/** With which a person signs. */
export interface OwnKey {
  readonly keyId: string;
  readonly passphrase: string;
}

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * The person behind the actor gets a key in place of the one he had, as if he had added it, under the password it was made with: sealing one hashes a passphrase a million times,
 * and so does opening it. It bears his number, or, where an administrator has bound it, another name than his.
 */
export async function giveKey(
  office: TestOffice,
  who: Pick<Actor, 'organisationId' | 'userId' | 'name'>,
  key?: MadeKey,
  boundBy: KeyBinding = 'number',
): Promise<OwnKey> {
  const { organisationId, userId } = who;
  const { p12, password } = key ?? (await aKey(who));
  const certificates = await certificatesIn(p12, password);
  const [{ subject, issuer, serial, validFrom, validUntil, fingerprint, name, number, emails }] = certificates;
  const keyId = randomUUID();
  await office.rows(
    `UPDATE signing_key SET state = 'replaced', ended_at = office_now(), p12 = NULL WHERE user_id = $1 AND kind = 'p12' AND state = 'in_use'`,
    [userId],
  );
  await office.rows(
    `INSERT INTO signing_key (id, organisation_id, user_id, kind, p12, subject, issuer, serial, valid_from, valid_until, fingerprint,
       bears_other_name, certificates, holder, holder_number, holder_emails, root_fingerprint, bound_by)
     VALUES ($1, $2, $3, 'p12', $4, $5, $6, $7, $8, $9, $10, $16 = 'administrator', $11, $12, $13, $14, $15, $16)`,
    [
      keyId,
      organisationId,
      userId,
      p12,
      subject,
      issuer,
      serial,
      validFrom,
      validUntil,
      fingerprint,
      certificates.map(({ certificate }) => asText(certificate)),
      name,
      number,
      emails,
      certificates.at(-1)?.fingerprint,
      boundBy,
    ],
  );
  return { keyId, passphrase: password };
}

/** What the certificates of a key say, that of its owner first. */
export async function certificatesIn(p12: string, password: string) {
  const [own, ...others] = (await openP12(Buffer.from(p12, 'base64'), password)).certificates.map(factsOf);
  if (!own) throw new Error('the key has no certificate');
  return [own, ...others] as const;
}

/** The office trusts a root, as if its administrator had added it. @param certificate PEM or DER */
export async function trustRoot(office: TestOffice, certificate: string | Uint8Array): Promise<void> {
  const { userId, postId, organisationId } = await office.actor({ roles: ['administrator'] });
  const der = new Uint8Array(new X509Certificate(certificate).raw);
  const { subject, fingerprint, validFrom, validUntil } = factsOf(openCertificate(der));
  await office.rows(
    `INSERT INTO trusted_root (id, organisation_id, certificate, fingerprint, subject, valid_from, valid_until, received_from,
       added_by_user_id, added_by_post_id, added_capacity)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'a test', $7, $8, 'regular')`,
    [organisationId, asText(der), fingerprint, subject, validFrom, validUntil, userId, postId],
  );
}
