import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftRow, PageRows, PageQuery } from '@patravali/contract';
import { pageByKey, Parameters } from '@patravali/database';
import { CHANGED_AT, DRAFT_ROW, draftsOnDesk, WRITTEN_DRAFTS_OF_DESKS } from '@patravali/drafts';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** The drafts in the making on the files of the desk, the latest change first: one statement a page. */
@Injectable()
export class DraftBox {
  constructor(private readonly database: EntityManager) {}

  @Serves('listDrafts')
  execute(actor: Actor, query: PageQuery): Promise<PageRows<DraftRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: DRAFT_ROW,
        source: WRITTEN_DRAFTS_OF_DESKS,
        where: draftsOnDesk(actor, parameters),
        parameters,
        order: { column: CHANGED_AT, type: 'timestamptz', direction: 'DESC' },
        id: DRAFT_ROW.expressions.id,
      },
      query,
    );
  }
}
