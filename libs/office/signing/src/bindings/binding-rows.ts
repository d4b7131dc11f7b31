import { CertificateBinding, UnboundKey } from '@patravali/contract';
import { projection } from '@patravali/database';
import { personRef } from '@patravali/organisation';
import { CERTIFICATE_OF_KEY } from '../keys/key-row';
import { addedBy, endedOf } from '../trust/ended';

/** The contract's `CertificateBinding`, from `BINDINGS`. */
export const BINDING_ROW = projection(CertificateBinding, {
  id: 'b.id',
  person: personRef('b.user_id'),
  holder: 'b.holder',
  subject: 'b.subject',
  fingerprint: 'b.fingerprint',
  holderNumber: 'b.holder_number',
  reason: 'b.reason',
  addedBy: addedBy('b'),
  addedAt: 'b.added_at',
  ended: endedOf('b'),
});
export const BINDINGS = 'certificate_binding b';

/** The contract's `UnboundKey`, of keys `k` that are `UNBOUND`. */
export const UNBOUND_ROW = projection(UnboundKey, {
  id: 'k.id',
  person: personRef('k.user_id'),
  certificate: CERTIFICATE_OF_KEY.json,
  addedAt: 'k.added_at',
});
export const UNBOUND = `k.state = 'in_use' AND k.valid_until > office_now() AND key_bound_by(k, office_now()) IS NULL`;
