import type { ByteRange } from '@patravali/storage';

/**
 * The one range that a `Range` header asks for, within an object of `size` bytes. Null: the whole, as RFC 9110 wants it
 * for whatever is not understood. 'outside': the range does not begin within the object (416).
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return Number(last) === 0 ? 'outside' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'outside' : { start, end };
}
