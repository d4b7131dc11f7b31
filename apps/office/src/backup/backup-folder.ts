import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { LauncherRefusal } from '../parts/sentences';
import { type Manifest, readManifest } from './manifest';

const [DATABASE, EARLIER, UNFINISHED] = ['database', 'database.earlier', 'database.unfinished'];
/** Where a store writes what is not whole yet. */
const INCOMING = 'incoming';
const OWN = [DATABASE, EARLIER, UNFINISHED, 'objects', INCOMING];

export interface ReadBackup {
  readonly manifest: Manifest;
  /** The folder of the rows, the key and the log. */
  readonly rows: string;
  /** Where the log lies in it. */
  readonly log: ObjectStore;
}

/**
 * A backup of an office: the rows as they were at one moment, and beside them the documents, each under its hash as in the
 * office's own store. A later backup into the same folder replaces the rows and adds documents.
 */
export class BackupFolder {
  constructor(readonly path: string) {}

  get objects(): ObjectStore {
    return openObjectStore({ dataFolder: this.path });
  }

  /** Where the rows of the new backup are written until it is whole. */
  get unfinished(): string {
    return join(this.path, UNFINISHED);
  }

  /** Where the log of the new backup is written. */
  get unfinishedLog(): ObjectStore {
    return openObjectStore({ dataFolder: this.unfinished });
  }

  /** What was copied of a log that turned out to be damaged. */
  async dropLog(): Promise<void> {
    await rm(join(this.unfinished, 'log'), { recursive: true, force: true });
  }

  /** Makes the folder if need be. @throws LauncherRefusal when other things lie in it, or it cannot be written. */
  async begin(): Promise<void> {
    try {
      await mkdir(this.path, { recursive: true, mode: 0o700 });
      const others = readdirSync(this.path).filter((name) => !OWN.includes(name));
      if (others.length > 0) throw new LauncherRefusal('backupFolderTaken', { folder: this.path });
      await rm(this.unfinished, { recursive: true, force: true });
      await mkdir(this.unfinished, { mode: 0o700 });
    } catch (error) {
      if (error instanceof LauncherRefusal) throw error;
      throw new LauncherRefusal('dataFolderUnusable', { folder: this.path, reason: (error as Error).message });
    }
  }

  /** The rows of before stay until those of now are whole: a backup that is broken off leaves the earlier one. */
  async finish(manifest: Manifest): Promise<void> {
    await writeFile(join(this.unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    await rm(join(this.unfinished, INCOMING), { recursive: true, force: true });
    const [now, earlier] = [join(this.path, DATABASE), join(this.path, EARLIER)];
    rmSync(earlier, { recursive: true, force: true });
    if (existsSync(now)) await rename(now, earlier);
    await rename(this.unfinished, now);
    await flush(this.path);
    rmSync(earlier, { recursive: true, force: true });
  }

  /** @throws LauncherRefusal when there is no backup in the folder. */
  async read(): Promise<ReadBackup> {
    const found = await this.readIfThere();
    if (!found) throw new LauncherRefusal('noBackup', { folder: this.path });
    return found;
  }

  async readIfThere(): Promise<ReadBackup | null> {
    const rows = [DATABASE, EARLIER].map((name) => join(this.path, name)).find((folder) => existsSync(folder));
    if (!rows) return null;
    return await readManifest(join(rows, 'manifest.json')).then(
      (manifest) => ({ manifest, rows, log: openObjectStore({ dataFolder: rows }) }),
      () => null,
    );
  }
}

/** A rename survives a power cut only when its folder is flushed too, which Windows does not offer. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
