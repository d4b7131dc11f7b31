import { Injectable } from '@nestjs/common';
import { select, type Transaction } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { PageWithText } from '../inspection';
import type { PageFailure, PageResult } from './recognised-text';
import { RECOGNISE_TEXT } from './recognise-text.queue';

/** Whoever has taken a document says so at each page; one of whom nothing was heard for so long has died. */
const HELD = `INTERVAL '10 minutes'`;
/** With pauses of 1, 4, 9, … minutes between them: about eight hours in all. */
const ATTEMPTS = 12;

const Taken = z.object({
  documentId: z.uuid(),
  sha256: z.string(),
  size: z.int(),
  fileName: z.string(),
  /** Pages that are pictures and not read yet; null until the document was looked into. */
  left: z.array(z.int()).nullable(),
});
/** A document whose scans are to be read, and that nobody else reads meanwhile. */
export type TakenDocument = Omit<z.infer<typeof Taken>, 'sha256'> & { readonly sha256: Sha256 };

/**
 * Wants the text of a document that something uses from now on, or that somebody is about to diarise. Costs two statements that
 * the command does not wait for.
 * @param own what its first pages and its last say of themselves, where that is known already
 */
export async function wantText(
  tx: Transaction,
  organisationId: string,
  documentId: string,
  own?: readonly PageWithText[],
): Promise<void> {
  await tx.execute(
    `INSERT INTO document_text (organisation_id, document_id, own) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (document_id) DO NOTHING`,
    [organisationId, documentId, own ? JSON.stringify(own) : null],
  );
  await tx.enqueue(RECOGNISE_TEXT, {});
}

/** Which documents are to be read, and what has been read: the rows are the list of what is to do, so nothing is lost with a process. */
@Injectable()
export class DocumentTexts {
  constructor(private readonly database: EntityManager) {}

  /** The newest first: what came today is wanted today, whatever else has lain there for years. */
  async takeNext(): Promise<TakenDocument | null> {
    const [taken] = await select(
      this.database,
      Taken,
      `UPDATE document_text t SET state = 'running', attempts = t.attempts + 1, next_at = office_now() + ${HELD}
       FROM document d, (
         SELECT document_id FROM document_text WHERE state IN ('waiting', 'running') AND next_at <= office_now()
         ORDER BY document_id DESC LIMIT 1 FOR UPDATE SKIP LOCKED
       ) next
       WHERE t.document_id = next.document_id AND d.id = t.document_id
       RETURNING t.document_id AS "documentId", d.sha256, d.size, d.file_name AS "fileName",
         CASE WHEN t.scans IS NOT NULL THEN ARRAY(SELECT s FROM unnest(t.scans) s
           WHERE NOT EXISTS (SELECT FROM page_text p WHERE p.document_id = t.document_id AND p.page = s) ORDER BY s) END AS "left"`,
    );
    return taken ? { ...taken, sha256: toSha256(taken.sha256) } : null;
  }

  /** What was found when it was first looked into: its scans, and what its other pages say of themselves. */
  async keepLook({ documentId }: TakenDocument, scans: readonly number[], own: readonly PageWithText[]): Promise<void> {
    await this.database.query(
      `UPDATE document_text SET scans = $2, own = $3 WHERE document_id = $1 AND (scans IS NULL OR own IS NULL)`,
      [documentId, scans, JSON.stringify(own)],
    );
  }

  /** Twice does no harm: the first stays. */
  async keepPage(
    { documentId }: TakenDocument,
    page: number,
    read: Extract<PageResult, { outcome: 'read' }> | PageFailure,
    engine: string,
  ): Promise<void> {
    const { language, lines } = typeof read === 'string' ? { language: null, lines: [] } : read;
    await this.database.query(
      `WITH kept AS (
         INSERT INTO page_text (organisation_id, document_id, page, language, lines, failure, engine)
         SELECT organisation_id, document_id, $2, $3, $4, $5, $6 FROM document_text WHERE document_id = $1
         ON CONFLICT DO NOTHING
       ) UPDATE document_text SET attempts = 0, next_at = office_now() + ${HELD} WHERE document_id = $1`,
      [documentId, page, language, JSON.stringify(lines), typeof read === 'string' ? read : null, engine],
    );
  }

  /** Whether something came in since that nobody reads yet: what is looked at now goes before all else. */
  async newerWaits({ documentId }: TakenDocument): Promise<boolean> {
    const newer = await select(
      this.database,
      z.object({ documentId: z.uuid() }),
      `SELECT document_id AS "documentId" FROM document_text
       WHERE state = 'waiting' AND next_at <= office_now() AND document_id > $1 LIMIT 1`,
      [documentId],
    );
    return newer.length > 0;
  }

  async finish({ documentId }: TakenDocument, state: 'done' | 'failed'): Promise<void> {
    await this.database.query('UPDATE document_text SET state = $2 WHERE document_id = $1', [documentId, state]);
  }

  /** Its next pages are read when its turn comes again; that is no failed attempt. */
  async putBack({ documentId }: TakenDocument): Promise<void> {
    await this.database.query('UPDATE document_text SET attempts = 0, next_at = office_now() WHERE document_id = $1', [
      documentId,
    ]);
  }

  /** Something else than the document was at fault: it is tried again later, and given up after hours. */
  async tryLater({ documentId }: TakenDocument): Promise<void> {
    await this.database.query(
      `UPDATE document_text SET state = CASE WHEN attempts < ${ATTEMPTS} THEN 'waiting' ELSE 'failed' END,
         next_at = office_now() + attempts * attempts * INTERVAL '1 minute' WHERE document_id = $1`,
      [documentId],
    );
  }
}
