import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftRow, PageRows, PageQuery } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { DRAFT_ROW, DRAFTS } from '../draft/draft-row';

/** Every draft of a file, DFA I first. */
@Injectable()
export class ListFileDrafts {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listFileDrafts')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<DraftRow>> {
    const list = { projection: DRAFT_ROW, source: DRAFTS, file: 'r.file_id', key: 'ordinal' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
