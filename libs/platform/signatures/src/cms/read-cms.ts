import { constants, createHash, verify } from 'node:crypto';
import {
  type Element,
  element,
  elementsOf,
  expected,
  HASHES,
  NotAsn1,
  octetsOf,
  OID,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  sequence,
  setOf,
  TAG,
} from '../asn1';
import { type OpenCertificate, openCertificate } from '../certificates/certificate';

/** A signature with one signer (CMS SignedData), taken apart. */
export interface OpenCms {
  /** What kind of content is signed. */
  readonly contentType: string;
  /** The content if it is inside. */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly OpenCertificate[];
  readonly signer: OpenCertificate;
  /** SHA-256 and its longer kin. */
  readonly hash: string;
  readonly signature: Uint8Array;
  /** What it says beside the signature, by its name: a time stamp is one. */
  readonly unsigned: ReadonlyMap<string, Element>;
  /** Lists and answers about certificates that come along with it, by whoever made them. */
  readonly stapled: readonly Uint8Array[];
  /** Does the signature hold for content with this hash? */
  holdsFor(contentHash: Uint8Array): boolean;
}

interface Pieces {
  readonly head: readonly Element[];
  readonly encapsulated: Element;
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly signerInfo: readonly Element[];
}

/** The parts of a SignedData, in their order. @throws NotAsn1 */
function piecesOf(cms: Uint8Array): Pieces {
  const [type, wrapped] = partsOf(expected(readElement(cms), TAG.sequence, 'a CMS'));
  if (oidOf(type) !== OID.signedData) throw new NotAsn1('signed data');
  const signedData = readElement(expected(wrapped, TAG.context(0), 'signed data').content);
  const parts = partsOf(expected(signedData, TAG.sequence, 'signed data'));
  const signerInfos = expected(parts.at(-1), TAG.set, 'signers');
  const inside = (place: number) => {
    const part = partWith(parts, TAG.context(place));
    return part ? [...elementsOf(part)].map(({ bytes }) => bytes) : [];
  };
  return {
    head: parts.slice(0, -1),
    encapsulated: expected(parts[2], TAG.sequence, 'a content'),
    certificates: inside(0),
    lists: inside(1),
    signerInfo: partsOf(signerInfos).flatMap((each, index) => (index === 0 ? partsOf(each) : [])),
  };
}

/** A bare signature never looks like one: RSA looks like chance, and ECDSA begins with a number. */
export function isCms(bytes: Uint8Array): boolean {
  try {
    const [first] = elementsOf(readElement(bytes));
    return first?.tag === TAG.oid && oidOf(first) === OID.signedData;
  } catch {
    return false;
  }
}

/** All certificates of a CMS, which may be nothing but a bundle of them. @throws NotAsn1 */
export const certificatesInside = (cms: Uint8Array): Uint8Array[] => [...piecesOf(cms).certificates];

/** @throws NotAsn1, NotSigned when it is none with one signer whose certificate is inside */
export function readCms(cms: Uint8Array): OpenCms {
  const { encapsulated, certificates, lists, signerInfo } = piecesOf(cms);
  const [contentType, wrapped] = partsOf(encapsulated);
  const [, who, digest] = signerInfo;
  const attributes = partWith(signerInfo, TAG.context(0));
  const [algorithm, signature] = signerInfo.slice(attributes ? 4 : 3);
  const opened = certificates.map(openCertificate);
  const signer = opened.find((each) => isNamedBy(who, each));
  if (!signer || !attributes) throw new NotAsn1('a signer with a certificate and signed attributes');
  const hash = HASHES[oidOf(partsOf(expected(digest, TAG.sequence, 'a digest'))[0])];
  if (hash === undefined) throw new NotAsn1('a hash that is relied on');
  const signed = {
    type: oidOf(contentType),
    attributes: attributesOf(attributes),
    // RFC 5652, 5.4: signed as the set that it is, not as the part with a number.
    bytes: Buffer.concat([Uint8Array.of(TAG.set), attributes.bytes.subarray(1)]),
  };
  const parts = { algorithm: expected(algorithm, TAG.sequence, 'an algorithm'), signature: octetsOf(signature) };
  return {
    contentType: signed.type,
    certificates: opened,
    signer,
    hash,
    signature: parts.signature,
    content: wrapped ? octetsOf(readElement(wrapped.content)) : undefined,
    unsigned: attributesOf(partWith(signerInfo, TAG.context(1))),
    stapled: [...lists, ...broughtAlong(signed.attributes.get(OID.broughtAlong))],
    holdsFor: (contentHash) =>
      says(signed.attributes, signed.type, contentHash) && isSignedBy(signer, { ...parts, hash, bytes: signed.bytes }),
  };
}

/** `SEQUENCE { [0] lists, [1] answers }`, each of which may be left out. What is no such thing is nothing. */
function broughtAlong(value: Element | undefined): Uint8Array[] {
  try {
    const parts = value ? partsOf(value) : [];
    return parts
      .filter(({ tag }) => tag === TAG.context(0) || tag === TAG.context(1))
      .flatMap(({ content }) => partsOf(readElement(content)).map(({ bytes }) => bytes));
  } catch {
    return [];
  }
}

/** By issuer and serial number; the identifier of a key alone is not relied on. */
function isNamedBy(who: Element | undefined, { issuer, serial }: OpenCertificate): boolean {
  if (who?.tag !== TAG.sequence) return false;
  const [name, number] = partsOf(who);
  return !!name && !!number && sameBytes(name.bytes, issuer) && sameBytes(number.content, serial.content);
}

function attributesOf(set: Element | undefined): Map<string, Element> {
  const attributes = new Map<string, Element>();
  for (const each of set ? elementsOf(set) : []) {
    const [name, values] = partsOf(each);
    const [value] = elementsOf(expected(values, TAG.set, 'values'));
    if (value) attributes.set(oidOf(name), value);
  }
  return attributes;
}

function says(attributes: ReadonlyMap<string, Element>, type: string, contentHash: Uint8Array): boolean {
  const [hash, what] = [attributes.get(OID.messageDigest), attributes.get(OID.contentType)];
  return !!hash && !!what && oidOf(what) === type && sameBytes(octetsOf(hash), contentHash);
}

interface Signed {
  readonly algorithm: Element;
  readonly hash: string;
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
}

function isSignedBy({ publicKey }: OpenCertificate, { algorithm, hash, signature, bytes }: Signed): boolean {
  const name = oidOf(partsOf(algorithm)[0]);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  const key = name === OID.rsaPss ? { key: publicKey, ...padding } : publicKey;
  return verify(HASHES[name] ?? hash, bytes, key, signature);
}

export const hashOf = (hash: string, content: Uint8Array): Uint8Array => createHash(hash).update(content).digest();

/** The same CMS with one thing more beside its signature, which stays as it was. @throws NotAsn1 */
export function withUnsigned(cms: Uint8Array, attribute: Uint8Array): Uint8Array {
  const { head, signerInfo } = piecesOf(cms);
  const last = signerInfo.at(-1);
  const others = last?.tag === TAG.context(1) ? [...elementsOf(last)].map(({ bytes }) => bytes) : [];
  const before = others.length > 0 ? signerInfo.slice(0, -1) : signerInfo;
  const signer = sequence(...before.map(({ bytes }) => bytes), element(TAG.context(1), ...others, attribute));
  const signedData = sequence(...head.map(({ bytes }) => bytes), setOf(signer));
  const [type] = elementsOf(readElement(cms));
  return sequence(expected(type, TAG.oid, 'signed data').bytes, element(TAG.context(0), signedData));
}
