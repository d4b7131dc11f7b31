import { Injectable } from '@nestjs/common';
import { type Actor, rowFilter } from '@patravali/authorization';
import type { DiaryRow, FindDiary, PageRows } from '@patravali/contract';
import { afterKey, betweenDays, containing, having, pageByKey, Parameters } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { receipts } from '../receipt/receipt-row';
import { Receipt } from '../receipt/receipt.entity';
import { DIARY_ROW } from './diary-row';

const LATEST_FIRST = { column: 'r.diarised_at', type: 'timestamptz', direction: 'DESC' } as const;

/** The diary of the office, as far as one may see it: one statement a page. */
@Injectable()
export class ListDiary {
  constructor(private readonly database: EntityManager) {}

  /**
   * What the acting post may see between two days in India, the latest first, and of that what is asked for. Each reason for seeing a line is asked by
   * itself, on an index of its own: together they would read the whole diary.
   */
  @Serves('listDiary')
  execute(actor: Actor, query: FindDiary): Promise<PageRows<DiaryRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `r.organisation_id = ${bind(actor.organisationId)}`,
      ...betweenDays('r.diarised_at', query, parameters),
      ...containing(`concat_ws(', ', r.sender_name, r.sender_designation)`, query.party, parameters),
      ...containing('r.letter_number', query.numberHas, parameters),
      ...having('r.delivery_mode', query.mode, parameters),
      ...having('r.state', query.state, parameters),
      ...having('r.holder_post_id', query.desk, parameters),
      ...afterKey(query.cursor, LATEST_FIRST, 'r.id', parameters),
    ];
    const seen = (['read', 'read_register'] as const).map((action) => {
      const reason = rowFilter(actor.ability, action, Receipt, 'r', parameters);
      return `(SELECT r.id FROM receipt r WHERE ${[reason, ...where].join(' AND ')}
        ORDER BY r.diarised_at DESC, r.id DESC LIMIT ${bind(query.limit + 1)})`;
    });
    return pageByKey(
      this.database,
      {
        projection: DIARY_ROW,
        source: receipts(actor, parameters),
        where: [`r.id IN (${seen.join(' UNION ')})`],
        parameters,
        order: LATEST_FIRST,
        id: 'r.id',
      },
      { limit: query.limit },
    );
  }
}
