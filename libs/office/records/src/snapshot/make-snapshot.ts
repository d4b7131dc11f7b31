import { createReadStream } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { onBehalfOf } from '@patravali/child-process';
import {
  type Consultation,
  type MakeSnapshotJob,
  snapshotFailed,
  snapshotMade,
  snapshotToMake,
} from '@patravali/consultations';
import { FileCustody } from '@patravali/custody';
import { type Attempt, type Transaction, Transactions } from '@patravali/database';
import { addDocument, inspectPdf, type NewDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { FindPerson } from '@patravali/identity';
import { isPassing } from '@patravali/operations';
import { digestOfStream, OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { readerOf } from '../whole-file/reader-of';
import { WholeFilePdf } from '../whole-file/whole-file-pdf';

/**
 * Makes the snapshot that consulted posts read: what was on the file when they were asked, in the name of whoever asked. It is stored
 * under its hash and never made again.
 */
@Injectable()
export class MakeSnapshot {
  private readonly logger = new Logger(MakeSnapshot.name);

  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly findPerson: FindPerson,
    private readonly wholeFile: WholeFilePdf,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** May run twice, and in several processes at once: the first that is done counts. */
  async execute(job: MakeSnapshotJob, { last }: Attempt): Promise<void> {
    const consultation = await snapshotToMake(this.database, job);
    if (!consultation) return;
    try {
      const { signal } = new AbortController();
      const asker = { person: consultation.askedByUserId, operation: 'consultPosts', signal };
      await onBehalfOf(asker, () => this.make(consultation));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') return;
      this.logger.warn(`a snapshot was not made: ${String(error)}`);
      if (isPassing(error) && !last) throw error;
      await snapshotFailed(this.database, consultation);
    }
  }

  private async make(consultation: Consultation): Promise<void> {
    const { organisationId, askedByUserId: userId, askedByPostId: postId, askedCapacity: capacity } = consultation;
    const { fileId, language, notes, correspondence } = consultation;
    const actor = await readerOf(this.findPerson, { organisationId, userId, postId });
    const options = { language, upTo: { notes, correspondence }, inBackground: true };
    const made = await this.wholeFile.execute(actor, fileId, options);
    try {
      const { pages, hasText } = await inspectPdf(made.path);
      const digest = await digestOfStream(createReadStream(made.path));
      await this.store.take({ ...digest, path: made.path });
      const fileName = `${made.file.number.replaceAll(/[/\\]/g, '-')}.pdf`;
      const by = { organisationId, userId, postId, capacity };
      await this.transactions.run(by, (tx) => enter(tx, consultation, { ...digest, pages, hasText, fileName }));
    } finally {
      await made.dispose();
    }
  }
}

async function enter(tx: Transaction, consultation: Consultation, made: NewDocument): Promise<object> {
  const { id, fileId } = consultation;
  await tx.lock(FileCustody, { fileId });
  const { organisationId, askedByUserId: userId, askedByPostId: postId } = consultation;
  const document = await addDocument(tx, { organisationId, userId, postId }, made);
  await snapshotMade(tx, consultation, document.id);
  await tx.record('consultation.snapshot_made', fileId, {
    relatedId: id,
    contentHash: made.sha256,
    data: { pages: made.pages },
  });
  return {};
}
