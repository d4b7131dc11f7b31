import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { OriginalView, type PageQuery, type PageRows } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { projection } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { originalsOn } from './originals';

const ORIGINALS = {
  projection: projection(OriginalView, {
    sequence: 'r.sequence',
    part: 'r.part',
    place: 'r.place',
    title: 'r.title',
    firstPage: 'r.first_page',
    lastPage: 'r.last_page',
    document: DOCUMENT_VIEW.json,
  }),
  source: `${originalsOn('c.organisation_id', 'c.file_id')} ${joinDocument('r.document_id')}`,
  file: 'r.file_id',
  key: 'sequence',
} as const;

/** Of what a copy for RTI may be made: all that came in or went out with the letters of a file, in their order. */
@Injectable()
export class ListOriginals {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listOriginals')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<OriginalView>> {
    return listOfFile(this.database, actor, fileId, query, ORIGINALS);
  }
}
