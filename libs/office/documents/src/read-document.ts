import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DocumentUses } from './document/document-uses';
import { readableDocument } from './document/readable-document';

export interface StoredDocument {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
}

/** Where the bytes of a document lie, for whoever may read it. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly database: EntityManager,
    private readonly uses: DocumentUses,
  ) {}

  /**
   * Its uploader reads a document, and the readers of whatever uses it: a receipt, a file's correspondence, an issue.
   * @throws Refusal `not-found` for everybody else.
   */
  async execute(actor: Actor, documentId: string): Promise<StoredDocument> {
    const parameters = new Parameters();
    const readable = readableDocument(actor, this.uses, documentId, parameters);
    const [document] = await select(
      this.database,
      z.object({ sha256: z.string(), size: z.int(), fileName: z.string() }),
      `SELECT d.sha256, d.size, d.file_name AS "fileName" FROM document d WHERE ${readable}`,
      parameters.values,
    );
    if (!document) throw new Refusal('not-found');
    return { ...document, sha256: toSha256(document.sha256) };
  }
}
