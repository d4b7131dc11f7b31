import { createHash } from 'node:crypto';
import {
  bitsOf,
  type Element,
  elementsOf,
  expected,
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
  TAG,
  timeOf,
} from '../asn1';
import { isIssuerOf, mayBeUsedFor, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { holdsAt } from '../certificates/fitness';
import { isOutOfDate } from './out-of-date';
import { isSignedBy, type Verdict } from './revocation-list';

/** Asks about one certificate (OCSP, RFC 6960, 4.1), which is named by hashes of its issuer and its number: SHA-1, which names and proves nothing, is what all know. */
export function revocationRequest(certificate: OpenCertificate, issuer: OpenCertificate): Uint8Array {
  return sequence(sequence(sequence(sequence(certificateId(certificate, issuer)))));
}

function certificateId({ serial }: OpenCertificate, { subject, keyInfo }: OpenCertificate): Uint8Array {
  const [, key] = partsOf(keyInfo);
  return sequence(sequence(oid(OID.sha1), NOTHING), octets(sha1(subject)), octets(sha1(bitsOf(key))), serial.bytes);
}

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

export interface AnswerVerdict {
  readonly verdict: Verdict;
  /** Of those who answered in the name of the issuer: whoever checks later needs them too. */
  readonly certificates: readonly OpenCertificate[];
}

const NO_VERDICT: AnswerVerdict = { verdict: null, certificates: [] };

/** Reads an answer: by the issuer or by somebody whom it allows to, about this certificate, and not out of date. */
export function verdictOfAnswer(
  answer: Uint8Array,
  certificate: OpenCertificate,
  issuer: OpenCertificate,
  now: Date,
): AnswerVerdict {
  const [status, wrapped] = partsOf(expected(readElement(answer), TAG.sequence, 'an answer'));
  if (numberOf(status) !== 0 || !wrapped) return NO_VERDICT;
  const [kind, inner] = partsOf(readElement(wrapped.content));
  if (oidOf(kind) !== OID.ocspBasic) return NO_VERDICT;
  const [body, algorithm, signature, more] = partsOf(readElement(octetsOf(inner)));
  const certificates = more
    ? [...elementsOf(readElement(more.content))].map(({ bytes }) => openCertificate(bytes))
    : [];
  const allowed = certificates.filter(
    (each) => holdsAt(each, now) && isIssuerOf(issuer, each) && mayBeUsedFor(each, OID.mayAnswerForIssuer),
  );
  if (!body) return NO_VERDICT;
  const signed = { body: body.bytes, algorithm, signature };
  if (![issuer, ...allowed].some((each) => isSignedBy(each, signed))) return NO_VERDICT;
  // Version, who answers and when may come before the one sequence.
  const answers = partsOf(expected(partWith(partsOf(body), TAG.sequence), TAG.sequence, 'answers'));
  const own = answers.map((each) => partsOf(each)).find(([id]) => isOf(id, certificate, issuer));
  return { verdict: own ? verdictOf(own, now) : null, certificates: allowed };
}

function isOf(id: Element | undefined, certificate: OpenCertificate, issuer: OpenCertificate): boolean {
  const asked = partsOf(readElement(certificateId(certificate, issuer)));
  const parts = id ? partsOf(id) : [];
  return [1, 2, 3].every((index) => sameBytes(parts[index]?.content ?? NONE, asked[index]?.content ?? NONE));
}

const NONE = new Uint8Array(0);

/** `[0]` good, `[1]` revoked, `[2]` unknown; then when that was known, and until when it is not out of date. */
function verdictOf([, status, known, next]: readonly Element[], now: Date): Verdict {
  const until = next?.tag === TAG.context(0) ? timeOf(readElement(next.content)) : undefined;
  if (isOutOfDate({ made: timeOf(known), next: until, now })) return null;
  if (status?.tag === TAG.context(1)) return 'revoked';
  return status?.tag === TAG.contextPrimitive(0) ? 'good' : null;
}
