/** One element of ASN.1, in BER or DER, as it stands in its bytes. */
export interface Element {
  /** The first octet of its identifier: class, form and number. Whatever we read has numbers below 31. */
  readonly tag: number;
  /** With its header. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/** What was given is no ASN.1, or not the structure that it should be. */
export class NotAsn1 extends Error {
  constructor(what: string) {
    super(`not the ASN.1 expected: ${what}`);
    this.name = 'NotAsn1';
  }
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  none: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  octetsInPieces: 0x24,
  sequence: 0x30,
  set: 0x31,
  /** `[n]` around other elements, or in their place. */
  context: (number: number): number => 0xa0 + number,
  /** `[n]` in the place of a primitive one. */
  contextPrimitive: (number: number): number => 0x80 + number,
} as const;

/** Elements inside elements without a length: more than anybody writes, and far less than a call stack holds. */
const DEEPEST = 32;

/** The element at the beginning of `bytes`; what follows it is left. @throws NotAsn1 */
export function readElement(bytes: Uint8Array): Element {
  return elementAt(bytes, 0, 0);
}

/** The elements of a sequence or set, one after the other: a list may have hundreds of thousands. @throws NotAsn1 */
export function* elementsOf({ content }: Element): Generator<Element> {
  for (let at = 0; at < content.length;) {
    const element = elementAt(content, at, 0);
    yield element;
    at += element.bytes.length;
  }
}

/** Of a structure with a few parts. @throws NotAsn1 */
export const partsOf = (element: Element): Element[] => [...elementsOf(element)];

/** The one with this tag, of those that may be left out. */
export const partWith = (parts: readonly Element[], tag: number): Element | undefined =>
  parts.find((part) => part.tag === tag);

/** @throws NotAsn1 when it is missing or another. */
export function expected(element: Element | undefined, tag: number, what: string): Element {
  if (element?.tag !== tag) throw new NotAsn1(what);
  return element;
}

/** An octet string may come in pieces (BER). @throws NotAsn1 */
export function octetsOf(element: Element | undefined): Uint8Array {
  if (element?.tag === TAG.octets) return element.content;
  if (element?.tag !== TAG.octetsInPieces) throw new NotAsn1('octets');
  return Buffer.concat(partsOf(element).map((piece) => expected(piece, TAG.octets, 'a piece of octets').content));
}

/** Of a bit string, whose first octet says how many bits of the last are none. @throws NotAsn1 */
export function bitsOf(element: Element | undefined): Uint8Array {
  return expected(element, TAG.bits, 'bits').content.subarray(1);
}

/** Dotted. @throws NotAsn1 */
export function oidOf(element: Element | undefined): string {
  const { content } = expected(element, TAG.oid, 'an object identifier');
  const numbers: number[] = [];
  let number = 0;
  for (const octet of content) {
    number = number * 128 + (octet & 0x7f);
    if ((octet & 0x80) === 0) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...rest].join('.');
}

/** A small number that is not negative. @throws NotAsn1 */
export function numberOf(element: Element | undefined): number {
  if (element?.tag !== TAG.integer && element?.tag !== TAG.enumerated) throw new NotAsn1('a number');
  if ((element.content[0] ?? 0) > 0x7f || element.content.length > 6) throw new NotAsn1('a small number');
  return element.content.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** UTCTime or GeneralizedTime in the form that certificates, lists and time stamps use: in UTC, to the second or finer. @throws NotAsn1 */
export function timeOf(element: Element | undefined): Date {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) throw new NotAsn1('a time');
  const text = Buffer.from(element.content).toString('latin1');
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] =
    /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{1,6})?Z$/.exec(text) ?? [];
  // RFC 5280, 4.1.2.5.1: two digits are of the years 1950 to 2049.
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19';
  const time = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  if (Number.isNaN(time.getTime())) throw new NotAsn1(`a time: ${text}`);
  return time;
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function elementAt(bytes: Uint8Array, at: number, depth: number): Element {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEEPEST) {
    throw new NotAsn1('an element');
  }
  if (first === 0x80) return withoutLength(bytes, at, depth);
  const { length, start } = first < 0x80 ? { length: first, start: at + 2 } : longLength(bytes, at + 2, first & 0x7f);
  const end = start + length;
  if (end > bytes.length) throw new NotAsn1('an element that ends');
  return { tag: bytes[at] ?? 0, bytes: bytes.subarray(at, end), content: bytes.subarray(start, end) };
}

function longLength(bytes: Uint8Array, at: number, octets: number): { length: number; start: number } {
  if (octets > 4) throw new NotAsn1('a length');
  let length = 0;
  for (let index = 0; index < octets; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, start: at + octets };
}

/** BER leaves the length open and ends with two zero octets. */
function withoutLength(bytes: Uint8Array, at: number, depth: number): Element {
  let end = at + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end += elementAt(bytes, end, depth + 1).bytes.length;
  return { tag: bytes[at] ?? 0, bytes: bytes.subarray(at, end + 2), content: bytes.subarray(at + 2, end) };
}
