import { type Readable, Transform, pipeline } from 'node:stream';
import type { ByteRange } from '../objects/object-store';

/** The bytes of `whole` that lie in the range; the rest of it is not read. A failure of `whole` fails the result. */
export function byteRangeOf(whole: Readable, { start, end }: ByteRange): Readable {
  let position = 0;
  const part = new Transform({
    transform(chunk: Buffer, _, done) {
      const within = chunk.subarray(Math.max(0, start - position), Math.max(0, end + 1 - position));
      position += chunk.length;
      if (within.length > 0) this.push(within);
      if (position > end) this.push(null);
      done();
    },
  });
  return pipeline(whole, part, () => undefined).once('end', () => whole.destroy());
}
