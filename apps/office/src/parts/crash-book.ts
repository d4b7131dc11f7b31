import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A part of the office on this machine that ended though nobody had told it to. */
export type CrashedPart = 'launcher' | 'server' | 'worker' | 'database';

const KEPT = 200;

/**
 * A file in the data folder that keeps what has crashed, one JSON line each, until an administrator hears of it: the database may be
 * what has crashed.
 */
export class CrashBook {
  constructor(private readonly file: string) {}

  /** @param how a signal, an exit code or a word. On a full disk it is forgone. */
  note(part: CrashedPart, how: string): void {
    const lines = this.lines().slice(1 - KEPT);
    const line = JSON.stringify({ at: new Date().toISOString(), part, how });
    try {
      writeFileSync(`${this.file}.new`, [...lines, line, ''].join('\n'), { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    } catch {
      // The launcher's own lines have told of it.
    }
  }

  private lines(): string[] {
    try {
      return readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }
}
