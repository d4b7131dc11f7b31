import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LauncherRefusal } from './sentences';

/** Passwords of the embedded database; made once and kept only in this folder. */
export interface DatabasePasswords {
  readonly superuser: string;
  readonly owner: string;
}

/** What a launcher writes to the folder while its office runs. */
export interface RunningOffice {
  readonly databaseUrl: string;
  readonly port: number;
}

/** The one folder that holds everything the office keeps on this machine. */
export class DataFolder {
  private lock: DatabaseSync | undefined;

  /** @throws LauncherRefusal when the folder cannot be made or written. */
  constructor(readonly path: string) {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      writeFileSync(this.at('.writable'), '');
      rmSync(this.at('.writable'));
    } catch (error) {
      throw new LauncherRefusal('dataFolderUnusable', { folder: path, reason: (error as Error).message });
    }
  }

  at(name: string): string {
    return join(this.path, name);
  }

  /**
   * Makes this process the folder's only launcher until it ends, even by a crash: it is a lock of the operating system,
   * taken through SQLite because Node offers no file locks itself.
   * @returns whether it was free.
   */
  take(): boolean {
    const lock = new DatabaseSync(this.at('launcher.lock'), { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch {
      lock.close();
      return false;
    }
    this.lock = lock;
    return true;
  }

  release(): void {
    this.lock?.close();
    this.lock = undefined;
  }

  passwords(): DatabasePasswords {
    const file = this.at('database-passwords.json');
    if (!existsSync(file)) {
      const made: DatabasePasswords = { superuser: randomSecret(), owner: randomSecret() };
      writeWhole(file, JSON.stringify(made));
    }
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, 'utf8')) as DatabasePasswords;
  }

  /** For commands that are given while the office runs; on a full disk it goes on without. */
  noteRunning(office: RunningOffice): void {
    try {
      writeWhole(this.at('running.json'), JSON.stringify(office));
    } catch {
      this.forgetRunning();
    }
  }

  notedRunning(): RunningOffice | undefined {
    return runningOfficeIn(this.path);
  }

  forgetRunning(): void {
    rmSync(this.at('running.json'), { force: true });
  }
}

/** What the launcher of a folder has written there, for who only looks. */
export function runningOfficeIn(folder: string): RunningOffice | undefined {
  const file = join(folder, 'running.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunningOffice) : undefined;
}

/** A kill in between leaves the file as it was, or none. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}
