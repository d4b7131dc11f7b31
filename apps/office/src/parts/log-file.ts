import { copyFileSync, fstatSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';

const LOOKED_AT_EVERY_MS = 10_000;

/**
 * A file to which a process appends its lines for as long as it runs. It is kept short meanwhile: what it holds is copied
 * to `….1`, and the process, which still has it open, goes on at its new beginning. A line written between the two is lost.
 */
export class LogFile {
  private watch: NodeJS.Timeout | undefined;
  /** Where what the process writes begins that opened it last. */
  private begin = 0;

  constructor(
    private readonly path: string,
    private readonly largestBytes: number,
  ) {}

  /** For the process that writes; undefined when the file cannot be opened, and then it writes nowhere. */
  open(): number | undefined {
    this.shorten();
    this.watch ??= setInterval(() => this.shorten(), LOOKED_AT_EVERY_MS).unref();
    try {
      const file = openSync(this.path, 'a', 0o600);
      this.begin = fstatSync(file).size;
      return file;
    } catch {
      return undefined;
    }
  }

  /** Nothing that the disk refuses may end the launcher; and on a full one the room is worth more than old lines. */
  shorten(): void {
    try {
      if (statSync(this.path).size <= this.largestBytes) return;
      const older = `${this.path}.1`;
      rmSync(older, { force: true });
      try {
        copyFileSync(this.path, older);
      } catch {
        rmSync(older, { force: true });
      }
      truncateSync(this.path);
    } catch {
      // It is not there yet, or the disk does not answer; it is looked at again.
    }
  }

  /** Its last lines. */
  end(lines = 8): string {
    return this.text().toString().trim().split('\n').slice(-lines).join('\n');
  }

  /** What was written since it was opened last, or since it was shortened. */
  sinceOpened(): string {
    const text = this.text();
    return text.subarray(text.length < this.begin ? 0 : this.begin).toString();
  }

  /** Empty where the disk has refused it. */
  private text(): Buffer {
    try {
      return readFileSync(this.path);
    } catch {
      return Buffer.alloc(0);
    }
  }

  close(): void {
    clearInterval(this.watch);
    this.watch = undefined;
  }
}
