import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DocumentUses } from './document/document-uses';
import { readableDocument } from './document/readable-document';
import type { StoredDocument } from './read-document';
import { PictureFormat } from './pictures/picture-result';

const Row = z.object({ sha256: z.string(), size: z.int(), fileName: z.string(), format: PictureFormat });

/** Where the bytes of a picture lie of which a document was made, for whoever may read the document. */
@Injectable()
export class ReadPicture {
  constructor(
    private readonly database: EntityManager,
    private readonly uses: DocumentUses,
  ) {}

  /** @throws Refusal `not-found` for everybody else, and where no such page was made of a picture. */
  async execute(
    actor: Actor,
    documentId: string,
    page: number,
  ): Promise<StoredDocument & { readonly format: PictureFormat }> {
    const parameters = new Parameters();
    const [picture] = await select(
      this.database,
      Row,
      `SELECT p.sha256, p.size, p.file_name AS "fileName", p.format
       FROM document d JOIN document_picture p ON p.document_id = d.id AND p.page = ${parameters.bind(page)}
       WHERE ${readableDocument(actor, this.uses, documentId, parameters)}`,
      parameters.values,
    );
    if (!picture) throw new Refusal('not-found');
    return { ...picture, sha256: toSha256(picture.sha256) };
  }
}
