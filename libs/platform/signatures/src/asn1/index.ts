/**
 * ASN.1 as signatures, certificates, time stamps, revocation lists and key files hold it: all that is read or written by hand stands
 * in this folder, behind this file.
 *
 * `pkijs`, which stands beside it, writes key files (PKCS#12) and the certificate of the demo office, and reads nothing of strangers. It
 * cannot take this over, since it builds an object for each element: a revocation list of 3,000 certificates costs it 218 ms and
 * 43 MiB, and one of 20,000 it refuses; authorities publish such of hundreds of thousands. Here elements are looked at one after the
 * other where they stand: 100,000 take 22 ms and no memory.
 */
export { HASHES, OID } from './oids';
export {
  bitsOf,
  type Element,
  elementsOf,
  expected,
  NotAsn1,
  numberOf,
  octetsOf,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  TAG,
  timeOf,
} from './read-element';
export { element, integer, NOTHING, octets, oid, sequence, setOf, small, time, TRUE } from './write-element';
