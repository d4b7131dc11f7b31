import { markUnserved, authorizeOnIssue } from '@patravali/letters';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AnswerReport as AnswerReportRequest, IssueChanged } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockFileOf, lockRecipients } from '../addressees/lock-recipients';
import { Dispatch } from '../addressees/dispatch.entity';

/**
 * Whoever sends letters says whether it is as a mail server reports: then the mail was delivered or came back, as an act of this
 * person that quotes the report; or that it is not so, after which it can still be confirmed.
 */
@Injectable()
export class AnswerReport {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `not-allowed`, `dispatch-not-under-way`; `no-such-report` where a mail server says something else or nothing. */
  @Serves('answerReport')
  execute(
    actor: Actor,
    issueId: string,
    dispatchId: string,
    { outcome, holds }: AnswerReportRequest,
  ): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId } = await lockFileOf(tx, issueId);
      await lockRecipients(tx, issueId);
      const dispatch = await tx.find(Dispatch, { id: dispatchId, issueId });
      if (!dispatch) throw new Refusal('not-found');
      const { state, position, reportOutcome, reportWords, reportDismissedAt } = dispatch;
      if (state !== 'sent') throw new Refusal('dispatch-not-under-way', { state });
      if (reportOutcome !== outcome || (!holds && reportDismissedAt !== null)) throw new Refusal('no-such-report');
      const returned = outcome === 'returned';
      const change = holds
        ? { state: outcome, endedAt: NOW, returnReason: returned ? reportWords : null, reportDismissedAt: null }
        : { reportDismissedAt: NOW };
      await tx.update(Dispatch, { organisationId: actor.organisationId, id: dispatchId }, change);
      if (holds && returned) await markUnserved(tx, issueId, position);
      await tx.record(`dispatch.${holds ? outcome : 'report_dismissed'}`, fileId, {
        relatedId: issueId,
        data: { dispatchId, recipient: position, mode: 'email', email: dispatch.email, reportWords },
      });
      return { id: issueId };
    });
  }
}
