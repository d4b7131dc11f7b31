import { TAG } from './read-element';

/** An element in DER around others, or around its own octets. */
export function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOf(body.length)), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(TAG.sequence, ...parts);

/** DER puts the elements of a set in the order of their bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  element(TAG.set, ...[...parts].sort((one, other) => Buffer.compare(one, other)));

export const octets = (content: Uint8Array): Uint8Array => element(TAG.octets, content);

export const NOTHING = element(TAG.none);
export const TRUE = element(TAG.boolean, Uint8Array.of(0xff));

export const small = (number: number): Uint8Array => integer(Uint8Array.of(number));

/** A number that is not negative, from its octets: no zero octet before it but one that keeps it so. */
export function integer(magnitude: Uint8Array): Uint8Array {
  const first = magnitude.findIndex((octet) => octet !== 0);
  const shortest = first < 0 ? Uint8Array.of(0) : magnitude.subarray(first);
  const leading = (shortest[0] ?? 0) > 0x7f ? Uint8Array.of(0) : new Uint8Array(0);
  return element(TAG.integer, leading, shortest);
}

export function oid(dotted: string): Uint8Array {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(TAG.oid, Uint8Array.from([top * 40 + second, ...rest].flatMap(inSevens)));
}

/** UTCTime until 2049, GeneralizedTime after it (RFC 5652, 11.3). */
export function time(at: Date): Uint8Array {
  const [date = '', clock = ''] = at.toISOString().split('T');
  const text = `${date.replaceAll('-', '')}${clock.slice(0, 8).replaceAll(':', '')}Z`;
  const isShort = at.getUTCFullYear() < 2050;
  return element(isShort ? TAG.utcTime : TAG.generalizedTime, Buffer.from(isShort ? text.slice(2) : text, 'latin1'));
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const octetsOfLength: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octetsOfLength.unshift(left % 256);
  return [0x80 + octetsOfLength.length, ...octetsOfLength];
}

/** Seven bits an octet, all but the last marked. */
function inSevens(number: number): number[] {
  const sevens = [number % 128];
  for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) sevens.unshift((left % 128) + 128);
  return sevens;
}
