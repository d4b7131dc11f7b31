import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
import { type Digest, digestOfStream, type Sha256 } from '../objects/sha256';
import { orStoreUnavailable, ObjectMissing, RangeOutside, StoreUnavailable } from '../objects/storage-errors';

/**
 * Objects as files in one folder. Each is written to a temporary file, flushed, read back and renamed, or a file of our own
 * is flushed and renamed: never visible in part.
 */
export class FolderObjectStore implements ObjectStore {
  private readonly objects: string;
  private readonly incoming: string;
  /** Folders that are known to outlive a power cut, so that their parents need not be flushed again. */
  private readonly lasting = new Set<string>();

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

  /** What may lie there already is replaced: it may be damaged, and reading it takes longer than a rename. */
  async take(file: OwnFile): Promise<void> {
    await orStoreUnavailable(async () => {
      const source = await sourceOfOwn(file);
      await flushAsNew(file.path);
      if (!(await this.moveIn(file.path, file.sha256))) await this.write(source);
    });
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

  async setAside(sha256: Sha256, storedBefore?: Date): Promise<boolean> {
    return orStoreUnavailable(async () => {
      const [path, aside] = [this.pathOf(sha256), this.pathOf(sha256, SET_ASIDE)];
      await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
      // Moved first: a put that comes now writes the object again, and one that came before shows in the file's time.
      if ((await rename(path, aside).catch(whenAbsent(null))) === null) return true;
      const isRecent = storedBefore !== undefined && (await stat(aside)).mtime >= storedBefore;
      if (isRecent) {
        await link(aside, path).catch(whenPresent);
        await rm(aside, { force: true });
      } else {
        await touch(aside);
      }
      await flushFolders(dirname(aside), dirname(path));
      return !isRecent;
    });
  }

  async hasSetAside(sha256: Sha256): Promise<boolean> {
    return orStoreUnavailable(
      async () => (await stat(this.pathOf(sha256, SET_ASIDE)).catch(whenAbsent(null))) !== null,
    );
  }

  async bringBack(object: Digest): Promise<boolean> {
    return orStoreUnavailable(async () => {
      const [path, aside] = [this.pathOf(object.sha256), this.pathOf(object.sha256, SET_ASIDE)];
      const found = await digestOfStream(createReadStream(aside)).catch(whenAbsent(null));
      if (!found || !isSame(found, object)) return false;
      await mkdir(dirname(path), { recursive: true });
      await touch(aside).catch(whenAbsent(null));
      await rename(aside, path).catch(whenAbsent(null));
      await flushFolders(dirname(path), this.objects);
      return true;
    });
  }

  async discard(sha256: Sha256, setAsideBefore: Date): Promise<void> {
    await orStoreUnavailable(() => removeOld(this.pathOf(sha256, SET_ASIDE), setAsideBefore));
  }

  list(): AsyncIterable<StoredObject> {
    return this.listIn(OBJECTS);
  }

  listSetAside(): AsyncIterable<StoredObject> {
    return this.listIn(SET_ASIDE);
  }

  async readMarker(): Promise<Marker | null> {
    return orStoreUnavailable(async () => {
      const path = join(this.folder, MARKER);
      const text = await readFile(path, 'utf8').catch(whenAbsent(null));
      return text === null ? null : { text, writtenAt: (await stat(path)).mtime };
    });
  }

  async writeMarker(text: string): Promise<void> {
    await orStoreUnavailable(async () => {
      const temporary = await this.temporaryPath();
      await writeFile(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
      await rename(temporary, join(this.folder, MARKER));
      await flushFolders(this.folder);
    });
  }

  async readNamed(name: string): Promise<Buffer | null> {
    const path = join(this.folder, ownName(name));
    return orStoreUnavailable(async () => await readFile(path).catch(whenAbsent(null)));
  }

  async writeNamed(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.folder, ownName(name));
    await orStoreUnavailable(async () => {
      const temporary = await this.temporaryPath();
      await writeFile(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true });
      await this.makeLasting(dirname(path));
      await rename(temporary, path);
      await flushFolders(dirname(path));
    });
  }

  async removeNamed(name: string): Promise<void> {
    const path = join(this.folder, ownName(name));
    await orStoreUnavailable(() => rm(path, { recursive: true, force: true }));
    this.lasting.delete(path);
  }

  async removeUnfinished(startedBefore: Date): Promise<void> {
    await orStoreUnavailable(async () => {
      for (const name of await readdir(this.incoming).catch(whenAbsent([] as string[]))) {
        await removeOld(join(this.incoming, name), startedBefore);
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
    if ((await touch(path).catch(whenAbsent(null))) === null) return false;
    const found = await digestOfStream(createReadStream(path)).catch(whenAbsent(null));
    return found !== null && isSame(found, digest);
  }

  private async write(source: ObjectSource): Promise<void> {
    const { digest } = source;
    const temporary = await this.temporaryPath();
    try {
      await pipeline(source.open(), createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
      const written = await digestOfStream(createReadStream(temporary));
      if (!isSame(written, digest)) throw new StoreUnavailable(new Error(`read back ${written.size} bytes`));
      await this.moveIn(temporary, digest.sha256);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** A flushed file becomes an object. @returns false when it lies on another disk. */
  private async moveIn(from: string, sha256: Sha256): Promise<boolean> {
    const path = this.pathOf(sha256);
    const home = dirname(path);
    await mkdir(home, { recursive: true });
    if ((await rename(from, path).catch(whenOnAnotherDisk(null))) === null) return false;
    await flushFolders(home, ...(this.lasting.has(home) ? [] : [this.objects, this.folder]));
    this.lasting.add(home);
    return true;
  }

  /** Makes a folder whose way down from ours outlives a power cut. */
  private async makeLasting(home: string): Promise<void> {
    // Also one that was there: somebody may have put another in its place.
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (this.lasting.has(home)) return;
    for (let above = home; above !== this.folder;) await flushFolders((above = dirname(above)));
    this.lasting.add(home);
  }

  private async *listIn(place: typeof OBJECTS | typeof SET_ASIDE): AsyncIterable<StoredObject> {
    const [root, none]: [string, string[]] = [join(this.folder, place), []];
    for (const head of await orStoreUnavailable(() => readdir(root).catch(whenAbsent(none)))) {
      for (const tail of await orStoreUnavailable(() => readdir(join(root, head)).catch(whenAbsent(none)))) {
        const sha256 = hashOf(`${place}/${head}/${tail}`);
        if (!sha256) continue;
        const found = await orStoreUnavailable(() => stat(this.pathOf(sha256, place)).catch(whenAbsent(null)));
        if (found) yield { sha256, size: found.size, storedAt: found.mtime };
      }
    }
  }

  private async temporaryPath(): Promise<string> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    return join(this.incoming, randomUUID());
  }

  private pathOf(sha256: Sha256, place: typeof OBJECTS | typeof SET_ASIDE = OBJECTS): string {
    return join(this.folder, nameOf(sha256, place));
  }
}

/** A rename survives a power cut only when its folder is flushed too, which Windows does not offer. */
async function flushFolders(...folders: string[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  }
}

/** All of the file on the disk, and its time the present one. */
async function flushAsNew(path: string): Promise<void> {
  const now = new Date();
  const file = await open(path, 'r+');
  try {
    await file.utimes(now, now);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now);
}

async function removeOld(path: string, before: Date): Promise<void> {
  const found = await stat(path).catch(whenAbsent(null));
  if (found && found.mtime < before) await rm(path, { force: true });
}

const whenAbsent = whenCode('ENOENT');
const whenOnAnotherDisk = whenCode('EXDEV');

function whenCode(code: string): <T>(value: T) => (error: NodeJS.ErrnoException) => T {
  return (value) => (error) => {
    if (error.code === code) return value;
    throw error;
  };
}

function whenPresent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
