import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { IssueRow, ListIssues, Page } from '@patravali/contract';
import { betweenDays } from '@patravali/correspondence';
import { decodeCursor, toPage } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { dispatchBranches, ISSUE_SOURCE, issueBranches } from './issue-abilities';
import { issueRow, TO_DISPATCH } from './issue-rows';

/** The register of issued letters, as far as one may see it: one statement a page. */
@Injectable()
export class IssueLists {
  constructor(private readonly database: EntityManager) {}

  /**
   * Between two days in India, the latest first; `to_dispatch`: what this person may still send to somebody. Each reason
   * for seeing a letter is asked by itself, on an index of its own: together they would read the whole register.
   */
  async execute(actor: Actor, query: ListIssues): Promise<Page<IssueRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `i.organisation_id = ${bind(actor.organisationId)}`,
      ...betweenDays('i.issued_at', query, parameters),
    ];
    if (query.state === 'to_dispatch') where.push(TO_DISPATCH);
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(i.issued_at, i.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const page = `ORDER BY i.issued_at DESC, i.id DESC LIMIT ${bind(query.limit + 1)}`;
    const branches = query.state === 'to_dispatch' ? dispatchBranches : issueBranches;
    const seen = branches(actor.ability, parameters).map(
      (branch) => `(SELECT i.id FROM ${ISSUE_SOURCE} WHERE ${[branch, ...where].join(' AND ')} ${page})`,
    );
    const rows = await this.database.query<{ item: IssueRow; key: string }[]>(
      `WITH seen AS (${seen.join(' UNION ')})
       SELECT ${issueRow(actor, parameters)} AS item, i.issued_at::text AS key
       FROM ${ISSUE_SOURCE} JOIN seen ON seen.id = i.id ${page}`,
      parameters.values,
    );
    return toPage(
      rows,
      query.limit,
      ({ item }) => item,
      ({ item, key }) => [key, item.id],
    );
  }
}
