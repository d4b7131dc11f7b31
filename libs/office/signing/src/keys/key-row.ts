import { CertificateView, SigningKeyView } from '@patravali/contract';
import { projection } from '@patravali/database';

/** What the certificate of the key `k` says. */
const CERTIFICATE = projection(CertificateView, {
  subject: 'k.subject',
  issuer: 'k.issuer',
  serial: 'k.serial',
  validFrom: 'k.valid_from',
  validUntil: 'k.valid_until',
  fingerprint: 'k.fingerprint',
});

/** The contract's `SigningKeyView`, from `KEYS`. */
export const KEY_ROW = projection(SigningKeyView, {
  id: 'k.id',
  kind: 'k.kind',
  state: `CASE WHEN k.state = 'in_use' AND k.valid_until <= office_now() THEN 'expired' ELSE k.state END`,
  certificate: CERTIFICATE.json,
  bearsOtherName: 'k.bears_other_name',
  addedAt: 'k.added_at',
  endedAt: 'k.ended_at',
});

export const KEYS = 'signing_key k';

/** What the certificate of a key says, from the expressions of the ids of its organisation and its own. */
export const certificateOfKey = (organisationId: string, keyId: string): string =>
  `(SELECT ${CERTIFICATE.json} FROM ${KEYS} WHERE k.organisation_id = ${organisationId} AND k.id = ${keyId})`;
