import { createWriteStream } from 'node:fs';
import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import {
  type ByteRange,
  type Digest,
  OBJECT_STORE,
  ObjectDamaged,
  ObjectMissing,
  type ObjectStore,
  VerifiedReader,
} from '@patravali/storage';

/** What a row says of the bytes of a document, and what people call it. */
export interface NamedBytes extends Digest {
  readonly fileName: string;
}

/**
 * The bytes of stored documents, on whatever way they leave: download, mail, whole file. They are what the row says, or they
 * do not leave. Every method throws Refusal `document-missing`, `document-damaged`, `store-unavailable`.
 */
@Injectable()
export class DocumentBytes {
  private readonly logger = new Logger(DocumentBytes.name);
  private readonly reader: VerifiedReader;

  constructor(@Inject(OBJECT_STORE) private readonly store: ObjectStore) {
    this.reader = new VerifiedReader(store);
  }

  /** Fails before its end when the damage shows only on the way. */
  async open(document: NamedBytes, range: ByteRange | null = null): Promise<Readable> {
    const stream = await this.reading(document, () =>
      range ? this.reader.openRange(document, range) : this.reader.open(document),
    );
    return stream.once('error', (error) => {
      if (error instanceof ObjectDamaged) this.logger.error(error.message);
    });
  }

  async whole(document: NamedBytes): Promise<Buffer> {
    return await this.reading(document, () => this.reader.whole(document));
  }

  /** Into a new file of this path, for its owner alone. */
  async save(document: NamedBytes, path: string): Promise<void> {
    const stream = await this.open(document);
    await pipeline(stream, createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
      throw refusalOf(document, error);
    });
  }

  /** Whether they are there and what the row says: reads all of them and keeps none. */
  async check(document: NamedBytes): Promise<void> {
    const stream = await this.open(document);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(stream, nowhere).catch((error: unknown) => {
      throw refusalOf(document, error);
    });
  }

  /** What a sweep has set aside although a row names it comes back when somebody wants it. */
  private async reading<T>(document: NamedBytes, read: () => Promise<T>): Promise<T> {
    try {
      return await read().catch(async (error: unknown) => {
        if (!isLack(error) || !(await this.store.hasSetAside(document.sha256))) throw error;
        this.logger.warn(`brings back ${document.sha256}, which was set aside`);
        await this.store.bringBack(document);
        return await read();
      });
    } catch (error) {
      throw refusalOf(document, error);
    }
  }
}

function isLack(error: unknown): boolean {
  return error instanceof ObjectMissing || error instanceof ObjectDamaged;
}

/** Other errors stay what they are. */
function refusalOf({ fileName }: NamedBytes, cause: unknown): unknown {
  if (!isLack(cause)) return cause;
  return new Refusal(cause instanceof ObjectMissing ? 'document-missing' : 'document-damaged', { fileName }, { cause });
}
