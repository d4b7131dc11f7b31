import type { FileHandle } from 'node:fs/promises';

/** So much is gathered before it is written, in bytes: a write for each piece that arrives costs more than the writing. */
const WRITTEN_AT_ONCE = 1024 * 1024;
/** A sender may make its pieces one byte long, and each takes memory of its own. */
const PIECES_AT_ONCE = 1000;

/** Writes to a file what comes in small pieces: many at once, and while the next ones come. */
export class GatheredWriter {
  private gathered: Buffer[] = [];
  private bytes = 0;
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly file: FileHandle) {}

  /** Waits while twice as much as is written at once has not been written. Throws what an earlier write failed with. */
  async write(piece: Buffer): Promise<void> {
    this.gathered.push(piece);
    this.bytes += piece.byteLength;
    if (this.bytes >= WRITTEN_AT_ONCE || this.gathered.length >= PIECES_AT_ONCE) await this.pass();
  }

  /** Resolves once everything is written. */
  async finish(): Promise<void> {
    await this.pass();
    await this.underWay;
  }

  private async pass(): Promise<void> {
    await this.underWay;
    this.underWay = writeAll(this.file, this.gathered);
    // It is thrown to whoever writes next or finishes.
    this.underWay.catch(() => undefined);
    [this.gathered, this.bytes] = [[], 0];
  }
}

/** A disk that is nearly full, or a file system on the network, may take less than it was given. */
async function writeAll(file: FileHandle, pieces: readonly Buffer[]): Promise<void> {
  for (let left = pieces; left.length > 0;) {
    const { bytesWritten } = await file.writev(left);
    left = without(left, bytesWritten);
  }
}

function without(pieces: readonly Buffer[], bytes: number): Buffer[] {
  const left: Buffer[] = [];
  let skipped = bytes;
  for (const piece of pieces) {
    const rest = piece.subarray(Math.min(skipped, piece.byteLength));
    skipped -= piece.byteLength - rest.byteLength;
    if (rest.byteLength > 0) left.push(rest);
  }
  return left;
}
