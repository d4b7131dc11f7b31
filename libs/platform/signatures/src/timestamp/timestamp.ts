import { createHash, randomBytes } from 'node:crypto';
import {
  expected,
  integer,
  NotAsn1,
  NOTHING,
  numberOf,
  octets,
  octetsOf,
  OID,
  oid,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  sequence,
  setOf,
  small,
  TAG,
  timeOf,
  TRUE,
} from '../asn1';
import { mayBeUsedFor } from '../certificates/certificate';
import { hashOf, readCms, withUnsigned } from '../cms/read-cms';
import { failingAs, NotSigned } from '../failures/not-signed';

/** What an authority is asked: when was this hash there? */
export interface TimestampRequest {
  readonly bytes: Uint8Array;
  /** SHA-256 of what is stamped. */
  readonly hash: Uint8Array;
  /** Drawn by chance, so that no answer can be an old one. */
  readonly nonce: Uint8Array;
}

const NONCE_BYTES = 12;

/** A request (RFC 3161, 2.4.1) for a signature; the authority shall send its certificates along. */
export function timestampRequest(signature: Uint8Array): TimestampRequest {
  const hash = createHash('sha256').update(signature).digest();
  const nonce = integer(randomBytes(NONCE_BYTES));
  const imprint = sequence(sequence(oid(OID.sha256), NOTHING), octets(hash));
  return { bytes: sequence(small(1), imprint, nonce, TRUE), hash, nonce: readElement(nonce).content };
}

export interface Timestamp {
  readonly token: Uint8Array;
  readonly at: Date;
}

/** Takes the token out of an answer, if it is one to this request. @throws NotSigned `timestamp-unavailable`, `timestamp-wrong` */
export function timestampOf(response: Uint8Array, request: TimestampRequest): Timestamp {
  return failingAs('timestamp-wrong', () => {
    const [status, token] = partsOf(expected(readElement(response), TAG.sequence, 'an answer'));
    const [code] = partsOf(expected(status, TAG.sequence, 'a status'));
    // Granted, or granted with something changed (RFC 3161, 2.4.2).
    if (numberOf(code) > 1) throw new NotSigned('timestamp-unavailable', `status ${numberOf(code)}`);
    const { bytes } = expected(token, TAG.sequence, 'a token');
    return { token: bytes, at: timeIn(bytes, request) };
  });
}

function timeIn(token: Uint8Array, { hash, nonce }: TimestampRequest): Date {
  const cms = readCms(token);
  if (cms.contentType !== OID.timestampInfo || !cms.content) throw new NotAsn1('a time stamp');
  const parts = partsOf(expected(readElement(cms.content), TAG.sequence, 'a time stamp'));
  const [algorithm, stamped] = partsOf(expected(parts[2], TAG.sequence, 'what is stamped'));
  const [name] = partsOf(expected(algorithm, TAG.sequence, 'a hash'));
  if (oidOf(name) !== OID.sha256 || !sameBytes(octetsOf(stamped), hash)) throw new NotAsn1('the hash that was sent');
  // What may be left out follows the time; the only number among it is the nonce.
  if (!sameBytes(partWith(parts.slice(5), TAG.integer)?.content ?? new Uint8Array(0), nonce)) {
    throw new NotAsn1('the nonce that was sent');
  }
  if (!mayBeUsedFor(cms.signer, OID.mayTimestamp)) throw new NotAsn1('an authority for time stamps');
  if (!cms.holdsFor(hashOf(cms.hash, cms.content))) throw new NotAsn1('a signature that holds');
  return timeOf(parts[4]);
}

/** The signature with its time stamp beside it. */
export const withTimestamp = (cms: Uint8Array, token: Uint8Array): Uint8Array =>
  withUnsigned(cms, sequence(oid(OID.timestampToken), setOf(token)));
