import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { DocumentView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { Document } from './document/document.entity';
import { inspectPdf, type PdfFacts, warmInspectors } from './inspection';
import { refuseActing } from './refuse-acting';
import { spool, type Spooled } from './spool/spool';
import { type Quota, refuseOverQuota } from './daily-upload-quota';
import { enterUpload, repeatable } from './enter-upload';
import { spoolFolder } from './spool/spool-folder';
import { ScanForViruses } from './virus-scan/scan-for-viruses';

export interface Upload {
  readonly body: Readable;
  readonly fileName: string;
  /** Content-Length, in bytes, if it was sent. */
  readonly announced?: number | undefined;
  /** Within (user, key) the same file is stored once and answered alike. */
  readonly idempotencyKey?: string | undefined;
  /** It is about to be diarised: its text is wanted at once. */
  readonly toDiarise?: boolean | undefined;
  /** What the PDF is, when this program has made it itself; one from outside is inspected. */
  readonly facts?: Pick<PdfFacts, 'pages' | 'hasText'> | undefined;
}

/** Takes a PDF from outside: spooled while it is hashed, inspected in a process that may die, stored, then named by a row. */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly scanForViruses: ScanForViruses,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'maxUploadBytes' | 'dataFolder' | 'activePdfs'> & Quota,
  ) {}

  /**
   * @throws Refusal `not-allowed`, `upload-quota-reached`, `too-large`, `upload-truncated`, `not-pdf`,
   * `pdf-encrypted`, `pdf-broken`, `pdf-too-complex`, `pdf-hostile`, `pdf-active`, `document-infected`, `scanner-unavailable`,
   * `too-busy`, `storage-full`, `store-unavailable`; then nothing has been kept.
   */
  async execute(actor: Actor, upload: Upload): Promise<DocumentView> {
    const { organisationId, postId } = actor;
    authorizeAction(actor, 'upload', Object.assign(new Document(), { organisationId, uploadedByPostId: postId }));
    // What has a key may be a repetition, which is counted already: it is looked up once the bytes are known.
    if (!upload.facts && upload.idempotencyKey === undefined)
      await refuseOverQuota(this.database, actor, upload.announced ?? 0, this.config);
    const spooled = await spool(upload.body, {
      limit: this.config.maxUploadBytes,
      folder: spoolFolder(this.config.dataFolder),
      ...(upload.announced === undefined ? {} : { announced: upload.announced }),
    });
    try {
      return await this.keep(actor, upload, spooled);
    } finally {
      await spooled.dispose();
    }
  }

  private async keep(actor: Actor, upload: Upload, spooled: Spooled): Promise<DocumentView> {
    const { sha256, size, path } = spooled;
    const { toDiarise = false } = upload;
    const { pages, hasText, active, text } = upload.facts
      ? { ...upload.facts, active: [], text: undefined }
      : await inspectPdf(path, {}, warmInspectors, toDiarise);
    if (this.config.activePdfs === 'refuse') refuseActing(active);
    const virusScan = upload.facts ? undefined : await this.scanForViruses.execute(actor, spooled);
    await this.store.take({ sha256, size, path });
    const { idempotencyKey, fileName, facts } = upload;
    const request = { operation: 'uploadDocument', fileName, sha256 } as const;
    const quota = facts ? undefined : this.config;
    return await this.transactions.run(repeatable(actor, idempotencyKey, request), (tx) =>
      enterUpload(tx, actor, { sha256, size, pages, hasText, active, fileName, toDiarise, text, virusScan, quota }),
    );
  }
}
