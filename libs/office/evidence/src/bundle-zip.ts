import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Zip, ZipPassThrough } from 'fflate';
import type { LeftOut } from './bundle-content';

/** As the manifest lists it. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What the manifest says beside the files. */
interface ManifestParts {
  /** The first key of the log. */
  readonly log: string;
  readonly leftOut: Pick<LeftOut, 'documents' | 'events'> | null;
  /** Ids of events that the office has lost. */
  readonly lost: readonly string[];
}

/** Written to the disk at once, in bytes. */
const AT_ONCE = 1 << 16;

/**
 * Writes an evidence bundle as a ZIP, file by file: never more of it than a piece is in memory. Nothing is compressed, since most of it
 * is PDFs and hashes.
 */
export class BundleZip {
  private readonly listed: ListedFile[] = [];
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private readonly zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
  });

  private constructor(
    private readonly handle: FileHandle,
    private readonly at: Date,
  ) {}

  /** Into a new file of this path, for its owner alone. */
  static async create(path: string, at: Date): Promise<BundleZip> {
    return new BundleZip(await open(path, 'wx', 0o600), at);
  }

  /** What was added until now, in its order. */
  get files(): readonly ListedFile[] {
    return this.listed;
  }

  async add(path: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const file = new ZipPassThrough(path);
    file.mtime = this.at;
    this.zip.add(file);
    const hash = createHash('sha256');
    let bytes = 0;
    const pieces = isWhole(content) ? [Buffer.from(content)] : content;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      file.push(new Uint8Array(piece), false);
      if (this.waitingBytes >= AT_ONCE) await this.write();
    }
    file.push(new Uint8Array(), true);
    this.listed.push({ path, sha256: hash.digest('hex'), bytes });
  }

  /** With the manifest (docs/proof.md). */
  async end({ log, leftOut, lost }: ManifestParts): Promise<void> {
    const files = this.listed;
    const format = lost.length > 0 ? 3 : leftOut ? 2 : 1;
    const manifest = {
      format: `patravali bundle ${format}`,
      log,
      ...(lost.length > 0 && { lost }),
      ...(leftOut && { leftOut: { documents: leftOut.documents, events: leftOut.events } }),
      files,
    };
    await this.add('manifest.json', `${JSON.stringify(manifest, null, 1)}\n`);
    this.zip.end();
    await this.write();
  }

  /** Whether it was ended or not. */
  async close(): Promise<void> {
    await this.handle.close();
  }

  private async write(): Promise<void> {
    await this.handle.appendFile(Buffer.concat(this.waiting));
    this.waiting = [];
    this.waitingBytes = 0;
  }
}

const isWhole = (content: string | Uint8Array | AsyncIterable<Uint8Array>): content is string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array;
