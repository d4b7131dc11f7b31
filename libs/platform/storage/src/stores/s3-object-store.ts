import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { S3Config } from '@patravali/config';
import { type BucketItem, type Client, S3Error } from 'minio';
import { hashOf, MARKER, nameOf, OBJECTS, ownName, SET_ASIDE } from '../objects/object-name';
import { isSame, type ObjectSource, sourceOf, sourceOfOwn } from '../objects/object-source';
import {
  type ByteRange,
  isWithin,
  type Marker,
  type NewObject,
  type ObjectStore,
  type OwnFile,
  type StoredObject,
} from '../objects/object-store';
import { type Digest, digestOf, digestOfStream, type Sha256 } from '../objects/sha256';
import {
  orStoreUnavailable,
  ObjectMissing,
  RangeOutside,
  StoreUnavailable,
  toStoreError,
} from '../objects/storage-errors';
import { byteRangeOf } from './byte-range-of-stream';
import { isAbsent, openS3Client, S3_LIMITS, type S3Limits, within } from './s3-calls';

/** The slowest link that still counts as working, in bytes a millisecond. */
const SLOWEST = 100;

/** Objects in a bucket of any S3 store; creates the bucket when it does not exist. */
export class S3ObjectStore implements ObjectStore {
  private readonly client: Client;
  private readonly bucket: string;
  private bucketIsThere = false;

  constructor(
    private readonly config: S3Config,
    private readonly limits: S3Limits = S3_LIMITS,
  ) {
    this.client = openS3Client(config, limits);
    this.bucket = config.bucket;
  }

  async put(object: NewObject): Promise<Digest> {
    const source = await sourceOf(object);
    await orStoreUnavailable(() => this.store(source));
    return source.digest;
  }

  /** The bytes are sent signed with their hash, so that a store refuses other bytes. */
  async take(file: OwnFile): Promise<void> {
    await orStoreUnavailable(async () => this.store(await sourceOfOwn(file)));
  }

  async get(sha256: Sha256, range?: ByteRange): Promise<Readable> {
    return orStoreUnavailable(async () => {
      if (range) await this.assertWithin(sha256, range);
      // Only the answer is limited in time here; a reader may be slow, and a silent connection ends by itself.
      const whole = await this.client.getObject(this.bucket, nameOf(sha256)).catch((error: unknown) => {
        throw isAbsent(error) ? new ObjectMissing(sha256) : error;
      });
      // Cut here, not by the server: the one that the tests run against answers a range with other bytes.
      return range ? byteRangeOf(whole, range) : whole;
    });
  }

  async size(sha256: Sha256): Promise<number | null> {
    return (await this.stat(nameOf(sha256)))?.size ?? null;
  }

  async setAside(sha256: Sha256, storedBefore?: Date): Promise<boolean> {
    return orStoreUnavailable(async () => {
      const found = await this.stat(nameOf(sha256));
      if (!found) return true;
      if (isRecent(found, storedBefore)) return false;
      await this.copy(nameOf(sha256), nameOf(sha256, SET_ASIDE));
      // Asked again, since it may have been put meanwhile; what comes after this is found among what was set aside.
      const now = await this.stat(nameOf(sha256));
      if (now && isRecent(now, storedBefore)) return false;
      await this.remove(nameOf(sha256));
      return true;
    });
  }

  async hasSetAside(sha256: Sha256): Promise<boolean> {
    return (await this.stat(nameOf(sha256, SET_ASIDE))) !== null;
  }

  async bringBack(object: Digest): Promise<boolean> {
    return orStoreUnavailable(async () => {
      const aside = nameOf(object.sha256, SET_ASIDE);
      if (!(await this.stat(aside))) return false;
      if (!isSame(await this.digestAt(aside), object)) return false;
      await this.copy(aside, nameOf(object.sha256));
      return true;
    });
  }

  async discard(sha256: Sha256, setAsideBefore: Date): Promise<void> {
    await orStoreUnavailable(async () => {
      const found = await this.stat(nameOf(sha256, SET_ASIDE));
      if (found && !isRecent(found, setAsideBefore)) await this.remove(nameOf(sha256, SET_ASIDE));
    });
  }

  list(): AsyncIterable<StoredObject> {
    return this.listIn(OBJECTS);
  }

  listSetAside(): AsyncIterable<StoredObject> {
    return this.listIn(SET_ASIDE);
  }

  async readMarker(): Promise<Marker | null> {
    return orStoreUnavailable(async () => {
      const found = await this.stat(MARKER);
      if (!found) return null;
      const text = (await this.bytesAt(MARKER)).toString('utf8');
      return { text, writtenAt: found.lastModified };
    });
  }

  async writeMarker(text: string): Promise<void> {
    await this.sendBytes(Buffer.from(text), MARKER);
  }

  async readNamed(name: string): Promise<Buffer | null> {
    const own = ownName(name);
    return orStoreUnavailable(async () => {
      try {
        return await this.bytesAt(own);
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    });
  }

  async writeNamed(name: string, bytes: Uint8Array): Promise<void> {
    await this.sendBytes(Buffer.from(bytes), ownName(name));
  }

  async removeNamed(name: string): Promise<void> {
    const prefix = `${ownName(name)}/`;
    await orStoreUnavailable(async () => {
      const found = this.client.listObjectsV2(this.bucket, prefix, true) as AsyncIterable<BucketItem>;
      for await (const { name: each } of found) if (each !== undefined) await this.remove(each);
    });
  }

  /** An object is sent in one request, so that nothing can be left unfinished. */
  async removeUnfinished(): Promise<void> {
    await Promise.resolve();
  }

  async check(): Promise<void> {
    await orStoreUnavailable(() => this.makeBucket());
  }

  private async bytesAt(name: string): Promise<Buffer> {
    return await this.call(async () => buffer(await this.client.getObject(this.bucket, name)));
  }

  private async sendBytes(bytes: Buffer, name: string): Promise<void> {
    await orStoreUnavailable(async () => {
      if (!this.bucketIsThere) await this.makeBucket();
      await this.send({ digest: digestOf(bytes), open: () => Readable.from([bytes], { objectMode: false }) }, name);
    });
  }

  private async store(source: ObjectSource): Promise<void> {
    if (!this.bucketIsThere) await this.makeBucket();
    // Sent even when it is there: an upload replaces the object whole or not at all, repairs it and renews its time.
    const isNew = (await this.size(source.digest.sha256)) === null;
    await this.send(source);
    await this.verify(source.digest, isNew);
  }

  private async makeBucket(): Promise<void> {
    if (!(await this.call(() => this.client.bucketExists(this.bucket)))) {
      await this.call(() => this.client.makeBucket(this.bucket, this.config.region)).catch(whenOwned);
    }
    this.bucketIsThere = true;
  }

  /**
   * One request, streamed, whatever the size: the client's own upload holds parts in memory, hangs on a source that fails
   * half-way, and against the server of our tests a file in many parts did not read back as it was sent.
   */
  private async send(source: ObjectSource, objectName = nameOf(source.digest.sha256)): Promise<void> {
    const { sha256, size } = source.digest;
    const put = { method: 'PUT', bucketName: this.bucket, objectName };
    const headers = { 'Content-Length': String(size) };
    await this.call(async () => {
      const answer = await this.client.makeRequestStreamAsync(
        { ...put, headers },
        source.open(),
        sha256,
        [200],
        this.config.region,
      );
      await buffer(answer);
    }, source.digest);
  }

  /** What does not read back as it was sent does not count as stored, and is removed if this put created it. */
  private async verify(digest: Digest, isNew: boolean): Promise<void> {
    const read = async () => digestOfStream(await this.get(digest.sha256));
    const found = await within(this.limits.call + digest.size / SLOWEST, read);
    if (isSame(found, digest)) return;
    if (isNew) await this.remove(nameOf(digest.sha256));
    throw new StoreUnavailable(new Error(`read back ${found.size} of ${digest.size} bytes, or other bytes`));
  }

  private async assertWithin(sha256: Sha256, range: ByteRange): Promise<void> {
    const size = await this.size(sha256);
    if (size === null) throw new ObjectMissing(sha256);
    if (!isWithin(range, size)) throw new RangeOutside(size);
  }

  /** Not by the store itself: the server of our tests says that it has copied, and has not. */
  private async copy(from: string, to: string): Promise<void> {
    const digest = await this.digestAt(from);
    const source = await this.client.getObject(this.bucket, from);
    await this.send({ digest, open: () => source }, to);
    if (!isSame(await this.digestAt(to), digest)) throw new StoreUnavailable(new Error(`${to} is not what ${from} is`));
  }

  private async digestAt(name: string): Promise<Digest> {
    const { size } = await this.client.statObject(this.bucket, name);
    const read = async () => digestOfStream(await this.client.getObject(this.bucket, name));
    return await within(this.limits.call + size / SLOWEST, read);
  }

  private async remove(name: string): Promise<void> {
    await this.call(() => this.client.removeObject(this.bucket, name));
  }

  private async *listIn(place: typeof OBJECTS | typeof SET_ASIDE): AsyncIterable<StoredObject> {
    const found = this.client.listObjectsV2(this.bucket, `${place}/`, true) as AsyncIterable<BucketItem>;
    try {
      for await (const { name, size, lastModified } of found) {
        const sha256 = name === undefined ? null : hashOf(name);
        if (sha256 && lastModified) yield { sha256, size, storedAt: lastModified };
      }
    } catch (error) {
      if (!isAbsent(error)) throw toStoreError(error);
    }
  }

  private async stat(name: string): Promise<{ size: number; lastModified: Date } | null> {
    return orStoreUnavailable(async () => {
      try {
        return await this.call(() => this.client.statObject(this.bucket, name));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    });
  }

  private call<T>(ask: () => Promise<T>, { size } = { size: 0 }): Promise<T> {
    return within(this.limits.call + size / SLOWEST, ask);
  }
}

function isRecent({ lastModified }: { lastModified: Date }, before: Date | undefined): boolean {
  return before !== undefined && lastModified >= before;
}

/** Another process of the office made the bucket in the same moment. */
function whenOwned(error: unknown): void {
  if (!(error instanceof S3Error && error.code === 'BucketAlreadyOwnedByYou')) throw error;
}
