import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { DeskCounts } from '@patravali/contract';
import { dispatchFilter, ISSUE_SOURCE, TO_DISPATCH } from '@patravali/dispatch';
import { EntityManager } from 'typeorm';

/** A count stops here: nobody reads the difference between a thousand and two thousand. */
const ENOUGH = 1000;

/** The numbers beside the boxes of a desk: one statement, each count on its own index and stopped at "enough". */
@Injectable()
export class DeskCountsQuery {
  constructor(private readonly database: EntityManager) {}

  async execute(actor: Actor): Promise<DeskCounts> {
    const files = (and = '') =>
      counted(`file_custody WHERE organisation_id = $1 AND holder_post_id = $2 AND state = 'on_desk' ${and}`);
    const receipts = (and = '') =>
      counted(`receipt WHERE organisation_id = $1 AND holder_post_id = $2 AND state <> 'in_file' ${and}`);
    const parameters = new Parameters();
    parameters.values.push(actor.organisationId, actor.postId);
    const mayDispatch = dispatchFilter(actor.ability, parameters);
    const toDispatch = `${ISSUE_SOURCE} WHERE i.organisation_id = $1 AND ${TO_DISPATCH} AND ${mayDispatch}`;
    const [counts] = await this.database.query<DeskCounts[]>(
      `SELECT ${files()} AS inbox, ${files('AND opened_at IS NULL')} AS unread,
         ${files('AND due_on < india_today()')} AS late,
         ${files('AND due_on BETWEEN india_today() AND india_today() + 6')} AS "dueThisWeek",
         ${receipts()} AS receipts, ${receipts('AND opened_at IS NULL')} AS "unreadReceipts",
         ${counted(`draft d JOIN file_custody c ON c.file_id = d.file_id WHERE c.organisation_id = $1
           AND c.holder_post_id = $2 AND c.state = 'on_desk' AND d.organisation_id = $1 AND d.state IN ('draft', 'approved')`)} AS drafts,
         ${counted(toDispatch)} AS "toDispatch"`,
      parameters.values,
    );
    return counts ?? NOTHING;
  }
}

function counted(from: string): string {
  return `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${ENOUGH}) counted)`;
}

const NOTHING: DeskCounts = {
  inbox: 0,
  unread: 0,
  late: 0,
  dueThisWeek: 0,
  receipts: 0,
  unreadReceipts: 0,
  drafts: 0,
  toDispatch: 0,
};
