import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { authorizeReadingFile, FileCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { type BoundFile, type BundleOptions, WholeFilePdf } from '@patravali/records';
import { digestOfStream } from '@patravali/storage';

/** The verifier reads no larger file. */
const MOST_FILE_BYTES = 256 * 1024 * 1024;

/** A file of which the bundle holds all as a PDF, and where that lies. */
export interface WholeFile {
  readonly fileId: string;
  readonly path: string;
}

/** The PDFs that were made; they lie in files of their own. */
export interface MadeFiles {
  readonly pdfs: readonly { readonly path: string; readonly at: string }[];
  dispose(): Promise<void>;
}

/**
 * Makes of each file the PDF of all that is on it, and names it by its hash in an event of the file: nobody can put another in its place
 * in the bundle. That event is later than what the PDF shows.
 */
@Injectable()
export class WholeFiles {
  constructor(
    private readonly wholeFile: WholeFilePdf,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @throws Refusal `not-found`; `document-missing` and `document-damaged`, which name the letter; StoreUnavailable; TypesettingFailed.
   */
  async make(actor: Actor, files: readonly WholeFile[], options: BundleOptions): Promise<MadeFiles> {
    const made: BoundFile[] = [];
    const dispose = async () => {
      for (const each of made) await each.dispose();
    };
    const pdfs: { path: string; at: string }[] = [];
    try {
      let before = 0;
      for (const { fileId, path } of files) {
        const progress = new PartOfProgress(before, options);
        const whole = await this.wholeFile.execute(actor, fileId, { ...progress.options, inBackground: true });
        made.push(whole);
        before += progress.done;
        const { size } = await stat(whole.path);
        if (size > MOST_FILE_BYTES) continue;
        options.signal?.throwIfAborted();
        await this.name(actor, { fileId, path }, { at: whole.path, bundleId: options.askedId });
        pdfs.push({ path, at: whole.path });
      }
    } catch (error) {
      await dispose();
      throw error;
    }
    return { pdfs, dispose };
  }

  private async name(
    actor: Actor,
    { fileId, path }: WholeFile,
    { at, bundleId }: { readonly at: string; readonly bundleId: string },
  ): Promise<void> {
    const { sha256 } = await digestOfStream(createReadStream(at));
    await this.transactions.run(actor, async (tx) => {
      await authorizeReadingFile(tx, actor, await tx.lock(FileCustody, { fileId }));
      await tx.record('file.bundled', fileId, { relatedId: bundleId, contentHash: sha256, data: { path } });
      return {};
    });
  }
}

/** Tells of one file how far all of them are. */
class PartOfProgress {
  done = 0;

  constructor(
    private readonly before: number,
    private readonly told: Pick<BundleOptions, 'language' | 'signal' | 'onProgress'>,
  ) {}

  get options(): Pick<BundleOptions, 'language' | 'signal' | 'onProgress'> {
    const { language, signal, onProgress } = this.told;
    const tell = (now: number) => {
      this.done = Math.max(this.done, now);
      onProgress?.(this.before + this.done);
    };
    return { language, ...(signal && { signal }), onProgress: tell };
  }
}
