import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DocumentUses } from './document/document-uses';
import { reads } from './document/readable-document';

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
   * @throws Refusal `not-found` for everybody else; `document-not-as-recorded` where by the events another one should be there.
   */
  async execute(actor: Actor, documentId: string): Promise<StoredDocument> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const [document] = await select(
      this.database,
      z.object({ sha256: z.string(), size: z.int(), fileName: z.string(), asRecorded: z.boolean() }),
      `SELECT d.sha256, d.size, d.file_name AS "fileName",
         ${reads(actor, this.uses, parameters, { asRecorded: true })} AS "asRecorded"
       FROM document d WHERE d.organisation_id = ${bind(actor.organisationId)} AND d.id = ${bind(documentId)}
         AND ${reads(actor, this.uses, parameters, { asRecorded: false })}`,
      parameters.values,
    );
    if (!document) throw new Refusal('not-found');
    const { asRecorded, ...stored } = document;
    if (!asRecorded) throw new Refusal('document-not-as-recorded', { fileName: stored.fileName });
    return { ...stored, sha256: toSha256(stored.sha256) };
  }
}
