import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftRow, PageRows, PageQuery } from '@patravali/contract';
import { joinCustody } from '@patravali/custody';
import { pageByKey, Parameters } from '@patravali/database';
import { CHANGED_AT, DRAFT_ROW, DRAFTS, draftsOnDesk } from '@patravali/drafts';
import { FILE_ROW } from '@patravali/files';
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
        source: `${DRAFTS} ${joinCustody(FILE_ROW.expressions.id)}`,
        where: draftsOnDesk(actor, parameters),
        parameters,
        order: { column: CHANGED_AT, type: 'timestamptz', direction: 'DESC' },
        id: DRAFT_ROW.expressions.id,
      },
      query,
    );
  }
}
