import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { BoundFile, WholeFileOptions } from '../whole-file/whole-file-pdf';

export interface BundleOptions extends Pick<WholeFileOptions, 'language' | 'signal' | 'onProgress'> {
  /** As what it was asked for. */
  readonly askedId: string;
  /** The letter that it is about; null for the file. */
  readonly issueId: string | null;
  /** Instead of the documents it holds the copies that were made of them for requests under the RTI Act. */
  readonly forRti: boolean;
}

/** Makes the evidence bundle of files, or of a letter that went out from one, a ZIP, with what the person may read. */
export type MakeBundle = (actor: Actor, fileIds: readonly string[], options: BundleOptions) => Promise<BoundFile>;

/** Evidence bundles are asked for and kept as PDFs are. The area that makes them stands above and registers here. */
@Injectable()
export class Bundles {
  private registered: MakeBundle | undefined;

  register(make: MakeBundle): void {
    this.registered = make;
  }

  /** @throws Error while nobody has registered. */
  get make(): MakeBundle {
    if (!this.registered) throw new Error('No area makes evidence bundles');
    return this.registered;
  }
}
