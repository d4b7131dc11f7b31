import { CertificateView, SigningKeyView } from '@patravali/contract';
import { projection } from '@patravali/database';

/** What the certificate of the key `k` says. */
export const CERTIFICATE_OF_KEY = projection(CertificateView, {
  holder: 'k.holder',
  subject: 'k.subject',
  issuer: 'k.issuer',
  serial: 'k.serial',
  validFrom: 'k.valid_from',
  validUntil: 'k.valid_until',
  fingerprint: 'k.fingerprint',
});

/** The certificate of the key `k` ends within so long; whoever signs with it is told: a condition. */
export const ENDS_SOON = `k.state = 'in_use' AND k.valid_until > office_now()
  AND k.valid_until <= office_now() + INTERVAL '30 days'`;

/** The contract's `SigningKeyView`, from `KEYS`. */
export const KEY_ROW = projection(SigningKeyView, {
  id: 'k.id',
  kind: 'k.kind',
  state: `CASE WHEN k.state = 'in_use' AND k.valid_until <= office_now() THEN 'expired' ELSE k.state END`,
  certificate: CERTIFICATE_OF_KEY.json,
  bearsOtherName: 'k.bears_other_name',
  boundBy: 'key_bound_by(k, office_now())',
  endsSoon: `(${ENDS_SOON})`,
  addedAt: 'k.added_at',
  endedAt: 'k.ended_at',
});

export const KEYS = 'signing_key k';

/** What the certificate of a key says, from the expressions of the ids of its organisation and its own. */
export const certificateOfKey = (organisationId: string, keyId: string): string =>
  `(SELECT ${CERTIFICATE_OF_KEY.json} FROM ${KEYS} WHERE k.organisation_id = ${organisationId} AND k.id = ${keyId})`;

/** The name in the certificate of a key where it is another than that of its person; else null. From the expressions of both ids. */
export const otherNameOfKey = (organisationId: string, keyId: string): string =>
  `(SELECT k.holder FROM ${KEYS} WHERE k.organisation_id = ${organisationId} AND k.id = ${keyId} AND k.bears_other_name)`;

/** The keys with which people sign, as `k`; not those that a service makes for one signature. */
export const KEYS_IN_USE = { source: KEYS, when: `k.state = 'in_use' AND k.kind <> 'esign'` };

/** The keys whose certificates end soon, as `k`. */
export const KEYS_THAT_END = { source: KEYS, when: ENDS_SOON };

/** What the certificate of a key calls its holder, from the expressions of the ids of its organisation and its own. */
export const subjectOfKey = (organisationId: string, keyId: string): string =>
  `(SELECT COALESCE(k.holder, k.subject) FROM ${KEYS} WHERE k.organisation_id = ${organisationId} AND k.id = ${keyId})`;
