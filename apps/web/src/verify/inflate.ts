import { Inflate } from 'fflate';

/** So little becomes at most a thousand times as much before anybody looks. */
const STEP_BYTES = 16 * 1024;

/** Stands in a browser in the place of the verifier's own file of this name, which asks Node. */
export function inflate(packed: Uint8Array, most: number): Uint8Array {
  if (packed.length === 0) throw new Error('cut off');
  const whole = new Uint8Array(most);
  let length = 0;
  const inflating = new Inflate((part) => {
    if (length + part.length > most) throw new Error('too large');
    whole.set(part, length);
    length += part.length;
  });
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    inflating.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  }
  return whole.subarray(0, length);
}
