import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DraftRow, FindDrafts as FindDraftsQuery, PageRows } from '@patravali/contract';
import { joinCustody, mayReadFile } from '@patravali/custody';
import { betweenDays, containing, having, pageByKey, Parameters } from '@patravali/database';
import { numberOfDraft } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { postsOfUnit } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { CHANGED_AT, DRAFT_ROW, DRAFTS } from '../draft/draft-row';

/** The drafts on all files that one may read: of one signatory, of the signatories of one unit, in one state, to somebody, on one desk. */
@Injectable()
export class FindDrafts {
  constructor(private readonly database: EntityManager) {}

  /** By the day of their last change, the latest first: one statement a page. */
  @Serves('findDrafts')
  execute(actor: Actor, query: FindDraftsQuery): Promise<PageRows<DraftRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const { unit } = query;
    const where = [
      `r.organisation_id = ${bind(actor.organisationId)}`,
      mayReadFile(actor, parameters),
      ...betweenDays(CHANGED_AT, query, parameters),
      ...having('r.signatory_post_id', query.signatory, parameters),
      ...(unit === undefined ? [] : [`r.signatory_post_id IN (${postsOfUnit('r.organisation_id', bind(unit))})`]),
      ...having('r.state', query.state, parameters),
      ...having('c.holder_post_id', query.desk, parameters),
      ...containing('r.addressee', query.party, parameters),
      ...containing(numberOfDraft('r.organisation_id', 'r.id'), query.numberHas, parameters),
    ];
    return pageByKey(
      this.database,
      {
        projection: DRAFT_ROW,
        source: `${DRAFTS} ${joinCustody('r.file_id')}`,
        where,
        parameters,
        id: 'r.id',
        order: { column: CHANGED_AT, type: 'timestamptz', direction: 'DESC' },
      },
      query,
    );
  }
}
