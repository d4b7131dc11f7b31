import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isEnding } from './process-facts';

/** A file that keeps the id of a process for the next launcher, in case this one is killed. */
export class ProcessNote {
  constructor(private readonly file: string) {}

  /** On a full disk the office goes on without. */
  write(processId: number): void {
    try {
      writeFileSync(this.file, String(processId), { mode: 0o600 });
    } catch {
      this.remove();
    }
  }

  /** Once it has ended by our own will. */
  remove(): void {
    rmSync(this.file, { force: true });
  }

  isThere(): boolean {
    return existsSync(this.file);
  }

  /** Whether the process was killed a moment ago and still holds what it held. */
  isOfOneThatEnds(): boolean {
    return this.isThere() && isEnding(Number(readFileSync(this.file, 'utf8')));
  }
}
