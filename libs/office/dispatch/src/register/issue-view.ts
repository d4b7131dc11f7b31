import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { IssueView, type Unnamed } from '@patravali/contract';
import { answersTo } from '@patravali/correspondence';
import { mayReadFile } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import {
  confirmFilter,
  dispatchFilter,
  ENCLOSED_DOCUMENTS,
  IS_AS_ISSUED,
  IS_WITHDRAWN,
  issueFilter,
  ISSUES,
  SEAL_REVOCATION,
  SIGNATURES,
  withdrawFilter,
} from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { personName, postDesignation } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { issueEntry, JOIN_FILE, SENDINGS } from './issue-row';

const DETAILS = IssueView.pick({
  documentId: true,
  code: true,
  signedBy: true,
  signatures: true,
  sealRevocation: true,
  approvedAt: true,
  issuedAt: true,
  enclosedDocuments: true,
  sendings: true,
  replyBy: true,
  answers: true,
  mayDispatch: true,
  mayConfirmAddress: true,
  mayWithdraw: true,
});

/** A link officer signed: whoever issued it from the signing post, else whoever approved it there. */
const SIGNED_FOR = `'link' = CASE i.signatory_post_id WHEN i.issued_by_post_id THEN i.issued_capacity
  WHEN i.approved_by_post_id THEN i.approved_capacity ELSE '' END`;

/** One issued letter with its addressees and the fate of each dispatch: one statement. */
@Injectable()
export class IssueViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may neither send it nor read its file; `document-not-as-recorded`. */
  @Serves('getIssue')
  async execute(actor: Actor, issueId: string): Promise<Unnamed<IssueView>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const view = issueEntry(actor, parameters).with(
      { ...DETAILS.shape, asIssued: z.boolean() },
      {
        documentId: 'i.document_id',
        code: 'i.code',
        issuedAt: 'i.issued_at',
        signedBy: `jsonb_build_object('name', ${personName('i.signed_by_user_id')},
        'designation', ${postDesignation('i.signatory_post_id')}, 'for', ${SIGNED_FOR})`,
        signatures: SIGNATURES,
        sealRevocation: SEAL_REVOCATION,
        approvedAt: 'i.approved_at',
        enclosedDocuments: ENCLOSED_DOCUMENTS,
        sendings: SENDINGS,
        replyBy: 'i.reply_by',
        answers: `CASE WHEN ${mayReadFile(actor, parameters)} THEN ${answersTo('i.organisation_id', 'i.id')} ELSE '[]' END`,
        mayDispatch: dispatchFilter(actor.ability, parameters),
        mayConfirmAddress: confirmFilter(actor.ability, parameters),
        asIssued: IS_AS_ISSUED,
        mayWithdraw: `(${withdrawFilter(actor.ability, parameters)} AND NOT ${IS_WITHDRAWN})`,
      },
    );
    const [found] = await select(
      this.database,
      view.row,
      `SELECT ${view.columns} FROM ${ISSUES} ${JOIN_FILE}
       WHERE i.organisation_id = ${bind(actor.organisationId)} AND i.id = ${bind(issueId)}
         AND ${issueFilter(actor.ability, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    const { asIssued, ...issue } = found;
    if (!asIssued) throw new Refusal('document-not-as-recorded', { fileName: issue.number });
    return issue;
  }
}
