import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { IssueView } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { dispatchFilter, ISSUE_SOURCE, issueFilter } from './issue-abilities';
import { DISPATCH_SOURCE, DISPATCH_VIEW, issueRow } from './issue-rows';

/** One issued letter with its addressees and the fate of each dispatch: one statement. */
@Injectable()
export class IssueViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may neither send it nor read its file. */
  async execute(actor: Actor, issueId: string): Promise<IssueView> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const recipients = (asCopy: boolean) => `(SELECT COALESCE(jsonb_agg(n.addressee ORDER BY n.position), '[]')
      FROM issue_recipient n
      WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id AND n.as_copy = ${String(asCopy)})`;
    const [found] = await this.database.query<{ view: IssueView }[]>(
      `SELECT ${issueRow(actor, parameters)} || jsonb_build_object(
           'addressees', ${recipients(false)}, 'copyTo', ${recipients(true)}, 'issuedAt', i.issued_at,
           'signedBy', jsonb_build_object('name', jsonb_build_object('hi', s.name_hi, 'en', s.name_en),
             'designation', jsonb_build_object('hi', p.designation_hi, 'en', p.designation_en)),
           'dispatches', (SELECT COALESCE(jsonb_agg(${DISPATCH_VIEW} ORDER BY d.at, d.id), '[]') FROM ${DISPATCH_SOURCE}
             WHERE d.organisation_id = i.organisation_id AND d.issue_id = i.id),
           'mayDispatch', ${dispatchFilter(actor.ability, parameters)}) AS view
       FROM ${ISSUE_SOURCE} JOIN office_user s ON s.id = i.signed_by_user_id JOIN post p ON p.id = i.signatory_post_id
       WHERE i.organisation_id = ${bind(actor.organisationId)} AND i.id = ${bind(issueId)}
         AND ${issueFilter(actor.ability, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found.view;
  }
}
