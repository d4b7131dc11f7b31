import { type Element, octetsOf, partsOf, readElement, TAG } from '../asn1';
import { NotSigned } from '../failures/not-signed';

/** Of a PKCS#12 file: a key and a chain of certificates take ten. */
const MOST_BYTES = 256 * 1024;
/** Three times what anybody recommends; a second or two. */
const MOST_ITERATIONS = 2_000_000;
/** A PKCS#12 file has about ten boxes in one another. */
const DEEPEST = 24;

/**
 * How often its password is hashed stands in the file in clear. Whoever writes a thousand million there keeps a process busy until its time is over,
 * so it is refused unopened. What is inside an encrypted part is not seen here: for that the limits of the process are there.
 * @throws NotSigned `key-too-costly`, `not-a-key`
 */
export function refuseCostly(p12: Uint8Array): void {
  if (p12.length > MOST_BYTES) throw new NotSigned('not-a-key', `${p12.length} bytes`);
  const file = whole(p12);
  const parts = file?.tag === TAG.sequence ? innerOf(file) : [];
  // Version, content, and the HMAC: without one nobody could tell a wrong password from a damaged file.
  if (parts.length !== 3) throw new NotSigned('not-a-key', 'no PKCS#12 file with an HMAC');
  const most = Math.max(...parts.map((part) => mostIterations(part, 0)));
  if (most > MOST_ITERATIONS) throw new NotSigned('key-too-costly', `${most} iterations`);
}

/** Wherever in PKCS#12 a salt is followed by a number, that is how often a password is hashed with it. */
function mostIterations(element: Element, depth: number): number {
  if (depth > DEEPEST) throw new NotSigned('not-a-key', 'too deep');
  const parts = innerOf(element);
  return parts.reduce((most, part, index) => {
    const isCount = part.tag === TAG.integer && isOctets(parts[index - 1]);
    return Math.max(most, isCount ? sizeOf(part) : mostIterations(part, depth + 1));
  }, 0);
}

const isOctets = (element: Element | undefined): boolean =>
  element?.tag === TAG.octets || element?.tag === TAG.octetsInPieces;

const sizeOf = ({ content }: Element): number => content.reduce((sum, octet) => sum * 256 + octet, 0);

/** What is inside: of octets, if they are an element themselves. */
function innerOf(element: Element): Element[] {
  try {
    if (isOctets(element)) {
      const inner = whole(octetsOf(element));
      return inner?.tag === TAG.sequence ? [inner] : [];
    }
    return (element.tag & CONSTRUCTED) === 0 ? [] : partsOf(element);
  } catch {
    return [];
  }
}

const CONSTRUCTED = 0x20;

/** The element if the bytes are one and nothing more. */
function whole(bytes: Uint8Array): Element | undefined {
  try {
    const element = readElement(bytes);
    return element.bytes.length === bytes.length ? element : undefined;
  } catch {
    return undefined;
  }
}
