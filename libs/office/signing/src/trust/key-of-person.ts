import { type KeyBinding, KEY_BINDINGS } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { type ReliedOn, unbound } from './certificate-judge';

export interface Owner {
  readonly organisationId: string;
  readonly userId: string;
}

const BOUND = z.object({ boundBy: z.enum(KEY_BINDINGS).nullable(), trusted: z.boolean() });

/**
 * By what a certificate is bound to a person: the database says so, which takes no key that is bound to nobody. One statement.
 * @throws Refusal `certificate-unbound`; `certificate-untrusted` when its root has been ended meanwhile.
 */
export async function boundTo(
  database: SqlRunner,
  { organisationId, userId }: Owner,
  { certificate, root }: ReliedOn,
): Promise<KeyBinding> {
  const { number, emails, fingerprint } = certificate;
  const key = {
    organisation_id: organisationId,
    user_id: userId,
    holder_number: number,
    holder_emails: emails,
    root_fingerprint: root,
    fingerprint,
  };
  const [bound] = await select(
    database,
    BOUND,
    `SELECT key_bound_by(k, office_now()) AS "boundBy", root_is_trusted(k.organisation_id, k.root_fingerprint, office_now()) AS trusted
     FROM jsonb_populate_record(NULL::signing_key, $1::jsonb) k`,
    [JSON.stringify(key)],
  );
  if (!bound?.trusted) throw new Refusal('certificate-untrusted', { issuer: certificate.issuer });
  if (!bound.boundBy) throw unbound(certificate);
  return bound.boundBy;
}

/** What a key says of its certificate. */
export function columnsOf({ certificate, chain, root }: ReliedOn, boundBy: KeyBinding) {
  const { name, number, emails, subject, issuer, serial, validFrom, validUntil, fingerprint } = certificate;
  return {
    certificates: chain.map((each) => Buffer.from(each).toString('base64')),
    subject,
    issuer,
    serial,
    validFrom,
    validUntil,
    fingerprint,
    holder: name,
    holderNumber: number,
    holderEmails: [...emails],
    rootFingerprint: root,
    boundBy,
  };
}
