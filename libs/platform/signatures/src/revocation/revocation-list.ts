import { verify } from 'node:crypto';
import {
  bitsOf,
  type Element,
  elementsOf,
  expected,
  HASHES,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  TAG,
  timeOf,
} from '../asn1';
import type { OpenCertificate } from '../certificates/certificate';
import { maySignLists } from '../certificates/fitness';
import { isOutOfDate } from './out-of-date';
import { covers } from './scope-of-list';

/** What an authority says about a certificate; null when what was sent says nothing that is to be relied on. */
export type Verdict = 'good' | 'revoked' | null;

/** Looks a certificate up in the list of its issuer (RFC 5280, 5): signed by it, not out of date, and about such certificates. */
export function verdictOfList(
  list: Uint8Array,
  certificate: OpenCertificate,
  issuer: OpenCertificate,
  now: Date,
): Verdict {
  const [body, algorithm, signature] = partsOf(expected(readElement(list), TAG.sequence, 'a list'));
  const says = partsOf(expected(body, TAG.sequence, 'what a list says'));
  const [, name, ...rest] = says[0]?.tag === TAG.integer ? says.slice(1) : says;
  if (!body || !name || !sameBytes(name.bytes, issuer.subject)) return null;
  if (!maySignLists(issuer) || !isSignedBy(issuer, { body: body.bytes, algorithm, signature })) return null;
  const times = rest.filter(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime);
  const [made, next] = times.map(timeOf);
  if (!made || !next || isOutOfDate({ made, next, now })) return null;
  if (!covers(partWith(rest, TAG.context(0)), certificate)) return null;
  return isAmong(partWith(rest, TAG.sequence), certificate) ? 'revoked' : 'good';
}

function isAmong(revoked: Element | undefined, { serial }: OpenCertificate): boolean {
  for (const entry of revoked ? elementsOf(revoked) : []) {
    const [number] = elementsOf(entry);
    if (number && sameBytes(number.content, serial.content)) return true;
  }
  return false;
}

export interface SignedBody {
  readonly body: Uint8Array;
  readonly algorithm: Element | undefined;
  readonly signature: Element | undefined;
}

/** Lists and answers are signed without attributes, as certificates are. */
export function isSignedBy({ publicKey }: OpenCertificate, { body, algorithm, signature }: SignedBody): boolean {
  const [name] = partsOf(expected(algorithm, TAG.sequence, 'an algorithm'));
  const hash = HASHES[oidOf(name)];
  return hash !== undefined && verify(hash, body, publicKey, bitsOf(signature));
}
