import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { isSame } from './object-source';
import { type Digest, toSha256 } from './sha256';
import { ObjectDamaged } from './storage-errors';

/** Held back until the hash is known, in bytes: what is smaller is refused before its first byte goes out. */
export const HELD_BACK = 256 * 1024;

/** Passes on an object. The last bytes go only when all of it has the right length and hash; else it fails with ObjectDamaged. */
export class Verifying extends Transform {
  private readonly hash = createHash('sha256');
  private readonly held: Buffer[] = [];
  private heldBytes = 0;
  private size = 0;

  constructor(private readonly wanted: Digest) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.byteLength;
    if (this.size > this.wanted.size) {
      done(new ObjectDamaged(this.wanted, `more than ${this.wanted.size} bytes`));
      return;
    }
    this.hash.update(chunk);
    this.held.push(chunk);
    this.heldBytes += chunk.byteLength;
    this.passOnWhatIsSpare();
    done();
  }

  override _flush(done: TransformCallback): void {
    const found = { sha256: toSha256(this.hash.digest('hex')), size: this.size };
    if (!isSame(found, this.wanted)) {
      done(new ObjectDamaged(this.wanted, `${found.size} bytes with the hash ${found.sha256}`));
      return;
    }
    for (const chunk of this.held) this.push(chunk);
    done();
  }

  private passOnWhatIsSpare(): void {
    for (let [first] = this.held; first && this.heldBytes - first.byteLength >= HELD_BACK; [first] = this.held) {
      this.held.shift();
      this.heldBytes -= first.byteLength;
      this.push(first);
    }
  }
}
