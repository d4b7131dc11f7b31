import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import { Receipt } from '@patravali/correspondence';
import { ISSUE_SOURCE, issueFilter } from '@patravali/dispatch';
import { Refusal } from '@patravali/errors';
import { FileCustody } from '@patravali/files';
import { type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { Document } from './document.entity';

export interface StoredDocument {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
}

/** Where the bytes of a document lie, for whoever may read it. */
@Injectable()
export class ReadDocument {
  constructor(private readonly database: EntityManager) {}

  /**
   * Its uploader reads a document, the readers of its receipt, of the file whose correspondence it is, and of its issue.
   * @throws Refusal `not-found` for everybody else.
   */
  async execute(actor: Actor, documentId: string): Promise<StoredDocument> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const { ability } = actor;
    const [document] = await this.database.query<{ sha256: string; size: string; file_name: string }[]>(
      `SELECT d.sha256, d.size, d.file_name FROM document d
       WHERE d.organisation_id = ${bind(actor.organisationId)} AND d.id = ${bind(documentId)} AND (
         ${rowFilter(ability, 'read', Document, 'd', parameters)}
         OR EXISTS (SELECT FROM receipt r WHERE r.organisation_id = d.organisation_id AND r.document_id = d.id
           AND ${rowFilter(ability, 'read', Receipt, 'r', parameters)})
         OR EXISTS (SELECT FROM correspondence k JOIN file_custody c ON c.file_id = k.file_id
           WHERE k.organisation_id = d.organisation_id AND k.document_id = d.id
           AND ${rowFilter(ability, 'read', FileCustody, 'c', parameters)})
         OR EXISTS (SELECT FROM ${ISSUE_SOURCE} WHERE i.organisation_id = d.organisation_id AND i.document_id = d.id
           AND ${issueFilter(ability, parameters)}))`,
      parameters.values,
    );
    if (!document) throw new Refusal('not-found');
    return { sha256: toSha256(document.sha256), size: Number(document.size), fileName: document.file_name };
  }
}
