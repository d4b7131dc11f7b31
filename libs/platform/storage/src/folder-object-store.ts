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
import { availably, ObjectMissing, RangeOutside, StoreUnavailable } from './storage-errors';

/** Objects as files of one folder. Written aside, flushed, read back and then renamed: never visible in part. */
export class FolderObjectStore implements ObjectStore {
  private readonly objects: string;
  private readonly incoming: string;

  /** `folder` is made when absent. */
  constructor(private readonly folder: string) {
    this.objects = join(folder, OBJECTS);
    this.incoming = join(folder, 'incoming');
  }

  async put(object: NewObject): Promise<Digest> {
    const source = await sourceOf(object);
    await availably(async () => {
      if (!(await this.renewed(source.digest))) await this.write(source);
    });
    return source.digest;
  }

  async get(sha256: Sha256, range?: ByteRange): Promise<Readable> {
    return availably(async () => {
      const file = await open(this.pathOf(sha256)).catch(whenAbsent(null));
      if (!file) throw new ObjectMissing(sha256);
      const { size } = await file.stat();
      if (!range || isWithin(range, size)) return file.createReadStream({ ...range });
      await file.close();
      throw new RangeOutside(size);
    });
  }

  async size(sha256: Sha256): Promise<number | null> {
    return availably(async () => (await stat(this.pathOf(sha256)).catch(whenAbsent(null)))?.size ?? null);
  }

  async remove(sha256: Sha256, storedBefore?: Date): Promise<boolean> {
    return availably(async () => {
      const path = this.pathOf(sha256);
      // Moved aside first: a put that comes now writes anew, and one that came before shows in the file's time.
      const aside = await this.aside();
      if ((await rename(path, aside).catch(whenAbsent(null))) === null) return true;
      const isYoung = storedBefore !== undefined && (await stat(aside)).mtime >= storedBefore;
      if (isYoung) await link(aside, path).catch(whenPresent);
      await rm(aside);
      return !isYoung;
    });
  }

  async *list(): AsyncIterable<StoredObject> {
    for (const head of await availably(() => readdir(this.objects).catch(whenAbsent([] as string[])))) {
      for (const tail of await availably(() => readdir(join(this.objects, head)).catch(whenAbsent([] as string[])))) {
        const sha256 = hashOf(`${OBJECTS}/${head}/${tail}`);
        if (!sha256) continue;
        const found = await availably(() => stat(this.pathOf(sha256)).catch(whenAbsent(null)));
        if (found) yield { sha256, storedAt: found.mtime };
      }
    }
  }

  async removeUnfinished(startedBefore: Date): Promise<void> {
    await availably(async () => {
      for (const name of await readdir(this.incoming).catch(whenAbsent([] as string[]))) {
        const path = join(this.incoming, name);
        const found = await stat(path).catch(whenAbsent(null));
        if (found && found.mtime < startedBefore) await rm(path, { force: true });
      }
    });
  }

  async check(): Promise<void> {
    await availably(async () => {
      const probe = await this.aside();
      await writeFile(probe, 'probe', { flag: 'wx' });
      await rm(probe);
    });
  }

  /** Whether the object is there and sound; if so it becomes young again, so that no sweep takes it. */
  private async renewed(digest: Digest): Promise<boolean> {
    const path = this.pathOf(digest.sha256);
    if ((await this.size(digest.sha256)) !== digest.size) return false;
    const now = new Date();
    if ((await utimes(path, now, now).catch(whenAbsent(null))) === null) return false;
    const found = await digestOfStream(createReadStream(path)).catch(whenAbsent(null));
    return found !== null && isSame(found, digest);
  }

  private async write(source: ObjectSource): Promise<void> {
    const { digest } = source;
    const aside = await this.aside();
    const path = this.pathOf(digest.sha256);
    try {
      await pipeline(source.open(), createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }));
      const written = await digestOfStream(createReadStream(aside));
      if (!isSame(written, digest)) throw new StoreUnavailable(new Error(`read back ${written.size} bytes`));
      await mkdir(dirname(path), { recursive: true });
      await rename(aside, path);
      for (const folder of [dirname(path), this.objects, this.folder]) await flushFolder(folder);
    } finally {
      await rm(aside, { force: true });
    }
  }

  private async aside(): Promise<string> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    return join(this.incoming, randomUUID());
  }

  private pathOf(sha256: Sha256): string {
    return join(this.folder, nameOf(sha256));
  }
}

/** A rename survives a power cut only when its folder is flushed too; Windows has no such thing. */
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
