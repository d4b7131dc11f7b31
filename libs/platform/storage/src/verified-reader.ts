import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import { type ByteRange, isWithin, type ObjectStore } from './objects/object-store';
import { type Digest, digestOfStream, type Sha256 } from './objects/sha256';
import { ObjectDamaged, ObjectMissing, RangeOutside, toStoreError } from './objects/storage-errors';
import { Verifying } from './objects/verifying';

/** So large an object is hashed anew for every range of it, in bytes. */
const ALWAYS_HASHED = 1024 * 1024;
/** So long a larger object that was found intact is taken to be so for its further ranges, in milliseconds. */
const REMEMBERED = 60_000;
const REMEMBERED_AT_MOST = 1000;

/**
 * Reads objects of which length and hash are known from elsewhere, and never gives out other bytes as if they were these.
 * Every method throws ObjectMissing, ObjectDamaged or StoreUnavailable.
 */
export class VerifiedReader {
  /** Found intact a short time ago. */
  private readonly intact = new LRUCache<Sha256, true>({ max: REMEMBERED_AT_MOST, ttl: REMEMBERED });
  /** Found damaged when part of it had gone out already: read to its end before the next one begins. */
  private readonly suspect = new Set<Sha256>();

  constructor(private readonly store: ObjectStore) {}

  /**
   * Read once, hashed on its way. An object that turns out to be damaged when part of it has been passed on fails the
   * stream before its end, and the next attempt is refused before its beginning.
   */
  async open(object: Digest): Promise<Readable> {
    await this.assertSize(object);
    if (this.suspect.has(object.sha256)) await this.assertIntact(object);
    return await this.verifying(object);
  }

  /** A part shows nothing of the whole, so the whole is hashed first; of a large object the result is kept for a minute. */
  async openRange(object: Digest, range: ByteRange): Promise<Readable> {
    if (!isWithin(range, object.size)) throw new RangeOutside(object.size);
    if (object.size <= ALWAYS_HASHED) {
      return Readable.from([(await this.whole(object)).subarray(range.start, range.end + 1)], { objectMode: false });
    }
    await this.assertSize(object);
    if (!this.intact.has(object.sha256)) await this.assertIntact(object);
    return await this.store.get(object.sha256, range);
  }

  /** For what is needed in memory anyway. */
  async whole(object: Digest): Promise<Buffer> {
    const stream = await this.open(object);
    return await buffer(stream).catch((error: unknown) => {
      throw toStoreError(error);
    });
  }

  private async assertSize({ sha256, size }: Digest): Promise<void> {
    const found = await this.store.size(sha256);
    if (found === null) throw new ObjectMissing(sha256);
    if (found !== size) throw new ObjectDamaged({ sha256, size }, `${found} bytes`);
  }

  private async assertIntact(object: Digest): Promise<void> {
    const { sha256, size } = object;
    const found = await digestOfStream(await this.store.get(sha256)).catch((error: unknown) => {
      throw toStoreError(error);
    });
    if (found.sha256 !== sha256) throw new ObjectDamaged({ sha256, size }, `the hash ${found.sha256}`);
    this.suspect.delete(sha256);
    this.intact.set(sha256, true);
  }

  /** Resolves once the first bytes may go out. */
  private async verifying(object: Digest): Promise<Readable> {
    const source = await this.store.get(object.sha256);
    const stream = pipeline(source, new Verifying(object), (error) => {
      if (error instanceof ObjectDamaged) this.suspect.add(object.sha256);
    });
    try {
      await once(stream, 'readable');
    } catch (error) {
      throw toStoreError(error);
    }
    return stream;
  }
}
