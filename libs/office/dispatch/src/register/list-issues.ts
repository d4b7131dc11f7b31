import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { IssueRow, ListIssues as ListIssuesQuery, PageRows } from '@patravali/contract';
import { afterKey, betweenDays, containing, having, pageByKey, Parameters } from '@patravali/database';
import {
  dispatchBranches,
  hasNumber,
  issueBranches,
  ISSUES,
  NUMBERS_OF_LETTER,
  RECIPIENTS,
  REGISTER,
} from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { issueRow, JOIN_FILE, TO_DISPATCH } from './issue-row';

/** Whom the letter `i` names: its recipients, and while it has none the addressee of its draft. */
const NAMES = `concat_ws(', ', i.addressee, (SELECT string_agg(n.addressee ->> 'name', ', ') FROM ${RECIPIENTS}
  WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id))`;

/** The letter `i` was sent to somebody in this way: a condition. */
const sentBy = (mode: string): string => `EXISTS (SELECT FROM dispatch s WHERE s.organisation_id = i.organisation_id
  AND s.issue_id = i.id AND s.mode = ${mode})`;

const LATEST_FIRST = { column: 'i.issued_at', type: 'timestamptz', direction: 'DESC' } as const;

/** The register of letters, number by number, as far as one may see it: one statement a page. */
@Injectable()
export class ListIssues {
  constructor(private readonly database: EntityManager) {}

  /**
   * Between two days in India, the latest first; `to_dispatch`: what this person may still send to somebody. Each reason
   * for seeing a letter is asked by itself, on an index of its own: together they would read the whole register.
   */
  @Serves('listIssues')
  execute(actor: Actor, query: ListIssuesQuery): Promise<PageRows<IssueRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `i.organisation_id = ${bind(actor.organisationId)}`,
      ...betweenDays('i.issued_at', query, parameters),
      ...(query.state === 'to_dispatch' ? [TO_DISPATCH] : having('i.state', query.state, parameters)),
      ...having('i.signatory_post_id', query.signatory, parameters),
      ...having('i.unit_id', query.unit, parameters),
      ...(query.number === undefined ? [] : [hasNumber(bind(query.number))]),
      ...containing(NUMBERS_OF_LETTER, query.numberHas, parameters),
      ...containing(NAMES, query.party, parameters),
      ...(query.mode === undefined ? [] : [sentBy(bind(query.mode))]),
      ...afterKey(query.cursor, LATEST_FIRST, 'i.id', parameters),
    ];
    const [branches, source] = query.state === 'to_dispatch' ? [dispatchBranches, ISSUES] : [issueBranches, REGISTER];
    const seen = branches(actor.ability, parameters).map(
      (reason) => `(SELECT i.id FROM ${source} WHERE ${[reason, ...where].join(' AND ')}
        ORDER BY i.issued_at DESC, i.id DESC LIMIT ${bind(query.limit + 1)})`,
    );
    return pageByKey(
      this.database,
      {
        projection: issueRow(actor, parameters),
        source: `${source} ${JOIN_FILE}`,
        where: [`i.id IN (${seen.join(' UNION ')})`],
        parameters,
        order: LATEST_FIRST,
        id: 'i.id',
      },
      { limit: query.limit },
    );
  }
}
