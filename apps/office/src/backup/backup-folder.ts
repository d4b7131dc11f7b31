import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { LauncherRefusal } from '../parts/sentences';
import { type Manifest, readManifest } from './manifest';

const [DATABASE, EARLIER, UNFINISHED] = ['database', 'database.earlier', 'database.unfinished'];
const OWN = [DATABASE, EARLIER, UNFINISHED, 'objects', 'incoming'];

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
    const [now, earlier] = [join(this.path, DATABASE), join(this.path, EARLIER)];
    rmSync(earlier, { recursive: true, force: true });
    if (existsSync(now)) await rename(now, earlier);
    await rename(this.unfinished, now);
    await flush(this.path);
    rmSync(earlier, { recursive: true, force: true });
  }

  /** @throws LauncherRefusal when there is no backup in the folder. */
  async read(): Promise<{ manifest: Manifest; rows: string }> {
    const rows = [DATABASE, EARLIER].map((name) => join(this.path, name)).find((folder) => existsSync(folder));
    if (!rows) throw new LauncherRefusal('noBackup', { folder: this.path });
    const manifest = await readManifest(join(rows, 'manifest.json')).catch(() => {
      throw new LauncherRefusal('noBackup', { folder: this.path });
    });
    return { manifest, rows };
  }
}

/** A rename survives a power cut only when its folder is flushed too, which Windows does not offer. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
