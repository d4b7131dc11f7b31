import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { joinCustody, mayReadFile } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { DOCUMENT_VIEW, DocumentBytes } from '@patravali/documents';
import { joinLetterEnclosures } from '@patravali/letters';
import { toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const { sha256, size, fileName } = DOCUMENT_VIEW.expressions;
const ENCLOSED = z.object({ sha256: z.string(), size: z.int(), fileName: z.string() });

/** Whether what a draft encloses is there and whole. The store is asked while no connection is held, before anything is fixed. */
@Injectable()
export class CheckEnclosures {
  constructor(
    private readonly database: EntityManager,
    private readonly documents: DocumentBytes,
  ) {}

  /** Of a draft that the actor does not read, or that has its number, nothing is looked at. @throws Refusal `document-missing`, `document-damaged`, `store-unavailable`. */
  async execute(actor: Actor, draftId: string): Promise<void> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const enclosed = await select(
      this.database,
      ENCLOSED,
      `SELECT ${sha256} AS sha256, ${size} AS size, ${fileName} AS "fileName" FROM draft r
       ${joinLetterEnclosures('r.organisation_id', 'r.id', 'r.current_version')} ${joinCustody('r.file_id')}
       WHERE r.id = ${bind(draftId)} AND r.state IN ('draft', 'approved') AND ${mayReadFile(actor, parameters)} ORDER BY e.place`,
      parameters.values,
    );
    for (const document of enclosed) await this.documents.check({ ...document, sha256: toSha256(document.sha256) });
  }
}
