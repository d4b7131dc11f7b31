import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import type { Language, RedactDocument as Request, RedactionAsked } from '@patravali/contract';
import { authorizeReadingFile, FileCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { leftOutInShort } from './left-out';
import { MAKE_REDACTION } from './make-redaction-queue';
import { originalOn } from './originals';

/** So many of one person may be made at once. */
const MOST_RUNNING = 3;

/** Has a copy of a document made in which passages and pages are left out, each under a clause of the RTI Act. */
@Injectable()
export class RedactDocument {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-found` for whoever may not read the file, and for a document that is none of its originals; `not-allowed` for whoever
   * does not hold it; `mark-outside-document`, `too-many-pdfs`.
   */
  execute(actor: Actor, fileId: string, request: Request, language: Language): Promise<RedactionAsked> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await tx.lock(FileCustody, { fileId });
      await authorizeReadingFile(tx, actor, custody);
      authorizeAction(actor, 'redact', custody);
      const { documentId, marks } = request;
      const document = await originalOn(tx, actor.organisationId, { fileId, documentId });
      if (!document) throw new Refusal('not-found');
      const beyond = marks.find(({ page }) => page > document.pages);
      if (beyond) throw new Refusal('mark-outside-document', { place: beyond.page });
      await refuseMany(tx, actor);
      const id = uuidv7();
      await tx.execute(
        `INSERT INTO redaction (id, organisation_id, file_id, sequence, document_id, marks, language, asked_by_user_id,
           asked_by_post_id, asked_capacity, total)
         SELECT $1, $2, $3, count(*) + 1, $4, $5, $6, $7, $8, $9, $10 FROM redaction r
         WHERE r.organisation_id = $2 AND r.file_id = $3`,
        [
          id,
          actor.organisationId,
          fileId,
          documentId,
          JSON.stringify(marks),
          language,
          actor.userId,
          actor.postId,
          actor.capacity,
          document.pages,
        ],
      );
      await tx.enqueue(MAKE_REDACTION, { organisationId: actor.organisationId, id });
      await tx.record('file.redaction_asked', fileId, {
        relatedId: documentId,
        data: { originalSha256: document.sha256, leftOut: leftOutInShort(marks) },
      });
      return { id };
    });
  }
}

/** @throws Refusal `too-many-pdfs` */
async function refuseMany(tx: Transaction, { organisationId, userId }: Actor): Promise<void> {
  const [running] = await tx.select(
    z.object({ count: z.int() }),
    `SELECT count(*)::int AS count FROM redaction
     WHERE organisation_id = $1 AND asked_by_user_id = $2 AND state = 'waiting'`,
    [organisationId, userId],
  );
  if (running && running.count >= MOST_RUNNING) throw new Refusal('too-many-pdfs', { count: running.count });
}
