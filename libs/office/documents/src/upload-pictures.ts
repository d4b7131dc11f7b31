import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { type DocumentView, MOST_PICTURES } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type Digest, digestOfStream, OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { type Quota, refuseOverQuota } from './daily-upload-quota';
import { Document } from './document/document.entity';
import { enterUpload, repeatable } from './enter-upload';
import { inspectPdf, warmInspectors } from './inspection';
import { spool, type Spooled } from './spool/spool';
import { newSpoolPlace, spoolFolder } from './spool/spool-folder';
import { TooLarge } from './spool/upload-refusals';
import { ScanForViruses, type VirusScan } from './virus-scan/scan-for-viruses';
import type { NewPicture } from './pictures/add-pictures';
import { pdfOfPictures } from './pictures/pdf-of-pictures';

const PDF = 'letter.pdf';

export interface UploadedPicture {
  readonly body: Readable;
  readonly fileName: string;
}

export interface PicturesUpload {
  /** Brings the pictures, one after the other in the order of the pages. */
  readonly each: (take: (picture: UploadedPicture) => Promise<void>) => Promise<void>;
  /** Of the document that is made of them. */
  readonly fileName: string;
  /** Bytes of all, with what stands around them, if it was said. */
  readonly announced?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly toDiarise?: boolean | undefined;
}

type Arrived = Spooled & { readonly fileName: string };

/**
 * Takes the pictures of a letter, and makes one document of them: a PDF of which each page is a picture. They are kept beside it as
 * they came.
 */
@Injectable()
export class UploadPictures {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly scanForViruses: ScanForViruses,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'maxUploadBytes' | 'dataFolder'> & Quota,
  ) {}

  /**
   * @throws Refusal as `UploadDocument`, and `not-picture`, `picture-broken`, `picture-too-large`, `picture-cmyk`,
   * `picture-unsupported`, `too-many-pictures`; then nothing has been kept.
   */
  async execute(actor: Actor, upload: PicturesUpload): Promise<DocumentView> {
    const { organisationId, postId } = actor;
    authorizeAction(actor, 'upload', Object.assign(new Document(), { organisationId, uploadedByPostId: postId }));
    if (upload.idempotencyKey === undefined)
      await refuseOverQuota(this.database, actor, upload.announced ?? 0, this.config);
    const place = await newSpoolPlace(spoolFolder(this.config.dataFolder), 'pictures');
    const arrived: Arrived[] = [];
    try {
      await mkdir(place.path, { mode: 0o700 });
      await upload.each(async (picture) => void arrived.push(await this.spooled(place.path, picture, arrived)));
      if (arrived.length === 0) throw new Refusal('not-picture', { page: 1 });
      return await this.keep(actor, upload, place.path, arrived);
    } finally {
      for (const picture of arrived) await picture.dispose();
      await place.dispose();
    }
  }

  private async spooled(folder: string, picture: UploadedPicture, before: readonly Arrived[]): Promise<Arrived> {
    if (before.length === MOST_PICTURES) throw new Refusal('too-many-pictures', { most: MOST_PICTURES });
    const { maxUploadBytes } = this.config;
    const limit = maxUploadBytes - before.reduce((sum, { size }) => sum + size, 0);
    const spooled = await spool(picture.body, { limit, folder }).catch((error: unknown) => {
      throw error instanceof TooLarge ? new TooLarge(maxUploadBytes) : error;
    });
    return { ...spooled, fileName: picture.fileName };
  }

  private async keep(
    actor: Actor,
    upload: PicturesUpload,
    folder: string,
    arrived: readonly Arrived[],
  ): Promise<DocumentView> {
    const formats = await pdfOfPictures({ folder, pictures: arrived.map(({ path }) => basename(path)), pdf: PDF });
    const path = join(folder, PDF);
    const pdf: Digest = await digestOfStream(createReadStream(path));
    if (pdf.size > this.config.maxUploadBytes) throw new TooLarge(this.config.maxUploadBytes);
    const { toDiarise = false, fileName } = upload;
    const { pages, hasText, text } = await inspectPdf(path, {}, warmInspectors, toDiarise);
    const virusScan = await this.scan(actor, arrived);
    for (const { sha256, size, path: own } of arrived) await this.store.take({ sha256, size, path: own });
    await this.store.take({ ...pdf, path });
    const pictures = arrived.flatMap(({ sha256, size, fileName: name }, index): NewPicture[] => {
      const format = formats[index];
      return format ? [{ sha256, size, fileName: name, format }] : [];
    });
    const hashes = pictures.map(({ sha256 }) => sha256);
    const request = { operation: 'uploadPictures', fileName, pictures: hashes } as const;
    return await this.transactions.run(repeatable(actor, upload.idempotencyKey, request), (tx) =>
      enterUpload(tx, actor, {
        ...pdf,
        pages,
        hasText,
        fileName,
        pictures,
        toDiarise,
        text,
        virusScan,
        quota: this.config,
      }),
    );
  }

  private async scan(actor: Actor, arrived: readonly Arrived[]): Promise<VirusScan | undefined> {
    let all: VirusScan | undefined;
    for (const picture of arrived) {
      const found = await this.scanForViruses.execute(actor, picture);
      if (all !== 'not_scanned') all = found;
    }
    return all;
  }
}
