import { inflateRawSync } from 'node:zlib';

/**
 * What was deflated, up to so many bytes; throws when it is more, damaged or cut off. In the page of a browser another
 * file stands in the place of this one, as in that of `cryptography.ts`.
 */
export function inflate(packed: Uint8Array, most: number): Uint8Array {
  return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
}
