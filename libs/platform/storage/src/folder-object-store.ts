import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hashOf, nameOf, OBJECTS } from './object-name';
import { isSame, type ObjectSource, sourceOf } from './object-source';
import { type ByteRange, isWithin, type NewObject, type ObjectStore, type StoredObject } from './object-store';
import { type Digest, digestOfStream, type Sha256 } from './sha256';
import { orStoreUnavailable, ObjectMissing, RangeOutside, StoreUnavailable } from './storage-errors';

/** Objects as files in one folder. Each is written to a temporary file, flushed, read back and renamed: never visible in part. */
export class FolderObjectStore implements ObjectStore {
  private readonly objects: string;
  private readonly incoming: string;

  /** Creates `folder` when it does not exist. */
  constructor(private readonly folder: string) {
    this.objects = join(folder, OBJECTS);
    this.incoming = join(folder, 'incoming');
  }

  async put(object: NewObject): Promise<Digest> {
    const source = await sourceOf(object);
    await orStoreUnavailable(async () => {
      if (!(await this.refreshed(source.digest))) await this.write(source);
    });
    return source.digest;
  }

  async get(sha256: Sha256, range?: ByteRange): Promise<Readable> {
    return orStoreUnavailable(async () => {
      const file = await open(this.pathOf(sha256)).catch(whenAbsent(null));
      if (!file) throw new ObjectMissing(sha256);
      const { size } = await file.stat();
      if (!range || isWithin(range, size)) return file.createReadStream({ ...range });
      await file.close();
      throw new RangeOutside(size);
    });
  }

  async size(sha256: Sha256): Promise<number | null> {
    return orStoreUnavailable(async () => (await stat(this.pathOf(sha256)).catch(whenAbsent(null)))?.size ?? null);
  }

  async remove(sha256: Sha256, storedBefore?: Date): Promise<boolean> {
    return orStoreUnavailable(async () => {
      const path = this.pathOf(sha256);
      // Renamed first: a put that comes now writes the object again, and one that came before shows in the file's time.
      const temporary = await this.temporaryPath();
      if ((await rename(path, temporary).catch(whenAbsent(null))) === null) return true;
      const isRecent = storedBefore !== undefined && (await stat(temporary)).mtime >= storedBefore;
      if (isRecent) await link(temporary, path).catch(whenPresent);
      await rm(temporary);
      return !isRecent;
    });
  }

  async *list(): AsyncIterable<StoredObject> {
    for (const head of await orStoreUnavailable(() => readdir(this.objects).catch(whenAbsent([] as string[])))) {
      for (const tail of await orStoreUnavailable(() =>
        readdir(join(this.objects, head)).catch(whenAbsent([] as string[])),
      )) {
        const sha256 = hashOf(`${OBJECTS}/${head}/${tail}`);
        if (!sha256) continue;
        const found = await orStoreUnavailable(() => stat(this.pathOf(sha256)).catch(whenAbsent(null)));
        if (found) yield { sha256, storedAt: found.mtime };
      }
    }
  }

  async removeUnfinished(startedBefore: Date): Promise<void> {
    await orStoreUnavailable(async () => {
      for (const name of await readdir(this.incoming).catch(whenAbsent([] as string[]))) {
        const path = join(this.incoming, name);
        const found = await stat(path).catch(whenAbsent(null));
        if (found && found.mtime < startedBefore) await rm(path, { force: true });
      }
    });
  }

  async check(): Promise<void> {
    await orStoreUnavailable(async () => {
      const probe = await this.temporaryPath();
      await writeFile(probe, 'probe', { flag: 'wx' });
      await rm(probe);
    });
  }

  /** Whether the object is there and intact; if so its time is set to now, so that no sweep removes it. */
  private async refreshed(digest: Digest): Promise<boolean> {
    const path = this.pathOf(digest.sha256);
    if ((await this.size(digest.sha256)) !== digest.size) return false;
    const now = new Date();
    if ((await utimes(path, now, now).catch(whenAbsent(null))) === null) return false;
    const found = await digestOfStream(createReadStream(path)).catch(whenAbsent(null));
    return found !== null && isSame(found, digest);
  }

  private async write(source: ObjectSource): Promise<void> {
    const { digest } = source;
    const temporary = await this.temporaryPath();
    const path = this.pathOf(digest.sha256);
    try {
      await pipeline(source.open(), createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
      const written = await digestOfStream(createReadStream(temporary));
      if (!isSame(written, digest)) throw new StoreUnavailable(new Error(`read back ${written.size} bytes`));
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
      for (const folder of [dirname(path), this.objects, this.folder]) await flushFolder(folder);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  private async temporaryPath(): Promise<string> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    return join(this.incoming, randomUUID());
  }

  private pathOf(sha256: Sha256): string {
    return join(this.folder, nameOf(sha256));
  }
}

/** A rename survives a power cut only when its folder is flushed too, which Windows does not offer. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function whenAbsent<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}

function whenPresent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
