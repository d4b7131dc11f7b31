import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { CertificateFacts, Judgement } from '@patravali/signatures';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CertificateBinding, TrustedRoot } from '../trust/trust.entities';
import { notValid } from '../trust/validity';

/**
 * Whether an office may seal with it, as far as the key itself says: where it leads is asked when it seals, since its root may be trusted later.
 * @throws Refusal `certificate-not-valid`, `certificate-weak`, `certificate-not-for-signing`, `certificate-revoked`
 */
export function refuseUnfitKey({ objection, certificate }: Judgement): void {
  if (objection === 'not-valid') throw notValid(certificate);
  if (objection === 'weak') throw new Refusal('certificate-weak');
  if (objection === 'not-for-signing') throw new Refusal('certificate-not-for-signing');
  if (objection === 'revoked') throw new Refusal('certificate-revoked');
}

/**
 * It speaks for the office: an administrator has brought it for that. Under the lock of the organisation.
 * @throws Refusal `certificate-bound` where it speaks for a person.
 */
export async function bindOfficeKey(
  tx: Transaction,
  actor: Actor,
  { fingerprint, name: holder, subject }: CertificateFacts,
  reason: string,
): Promise<void> {
  const [bound] = await tx.select(
    z.object({ ofOffice: z.boolean() }),
    `SELECT user_id IS NULL AS "ofOffice" FROM certificate_binding
     WHERE organisation_id = $1 AND ended_at IS NULL AND fingerprint = $2`,
    [actor.organisationId, fingerprint],
  );
  if (bound?.ofOffice) return;
  if (bound) throw new Refusal('certificate-bound');
  await tx.insert(CertificateBinding, {
    id: uuidv7(),
    organisationId: actor.organisationId,
    userId: null,
    fingerprint,
    holderNumber: null,
    rootFingerprint: null,
    holder,
    subject,
    bearsOtherName: false,
    reason,
    ...addedBy(actor),
  });
}

/** The root of a key for trials, which nothing else leads to. Under the lock of the organisation. */
export async function trustTrialRoot(
  tx: Transaction,
  actor: Actor,
  { certificate, fingerprint, subject, validFrom, validUntil }: CertificateFacts,
  receivedFrom: string,
): Promise<void> {
  await tx.insert(TrustedRoot, {
    id: uuidv7(),
    organisationId: actor.organisationId,
    certificate: Buffer.from(certificate).toString('base64'),
    fingerprint,
    subject,
    validFrom,
    validUntil,
    receivedFrom,
    ...addedBy(actor),
  });
}

const addedBy = ({ userId, postId, capacity }: Actor) => ({
  addedByUserId: userId,
  addedByPostId: postId,
  addedCapacity: capacity,
});
