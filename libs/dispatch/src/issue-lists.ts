import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { IssueRow, ListIssues, Page } from '@patravali/contract';
import { betweenDays } from '@patravali/correspondence';
import { decodeCursor, toPage } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { dispatchFilter, ISSUE_SOURCE, issueFilter } from './issue-abilities';
import { issueRow, TO_DISPATCH } from './issue-rows';

/** The register of issued letters, as far as one may see it: one statement a page. */
@Injectable()
export class IssueLists {
  constructor(private readonly database: EntityManager) {}

  /** Between two days in India, the latest first; `to_dispatch`: what this person may still send to somebody. */
  async execute(actor: Actor, query: ListIssues): Promise<Page<IssueRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `i.organisation_id = ${bind(actor.organisationId)}`,
      ...(query.state === 'to_dispatch'
        ? [TO_DISPATCH, dispatchFilter(actor.ability, parameters)]
        : [issueFilter(actor.ability, parameters)]),
      ...betweenDays('i.issued_at', query, parameters),
    ];
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(i.issued_at, i.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<{ item: IssueRow; key: string }[]>(
      `SELECT ${issueRow(actor, parameters)} AS item, i.issued_at::text AS key FROM ${ISSUE_SOURCE}
       WHERE ${where.join(' AND ')} ORDER BY i.issued_at DESC, i.id DESC LIMIT ${bind(query.limit + 1)}`,
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
