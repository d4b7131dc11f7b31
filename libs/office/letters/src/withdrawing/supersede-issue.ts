import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { IssueChanged, SupersedeIssue as SupersedeIssueRequest } from '@patravali/contract';
import { Parameters, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { issueFilter, ISSUES } from '../register/issue-abilities';
import { hasNumber, IS_WITHDRAWN, issuesOf } from '../register/issue-rows';
import { withdraw } from './withdraw';
import { Withdrawals } from './withdrawals';

/** The holder of the signing post says, with a reason, that a later letter has taken the place of an issued one. */
@Injectable()
export class SupersedeIssue {
  constructor(
    private readonly transactions: Transactions,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** @throws Refusal `not-found`, `not-allowed`, `letter-withdrawn`, `later-letter-unfit`. */
  @Serves('supersedeIssue')
  execute(actor: Actor, issueId: string, { laterNumber, reason }: SupersedeIssueRequest): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      const findLater = () => laterLetter(tx, actor, issueId, laterNumber);
      const asked = { kind: 'superseded', reason, findLater, withdrawals: this.withdrawals } as const;
      const { fileId, number, laterIssueId } = await withdraw(tx, actor, issueId, asked);
      await tx.record('issue.superseded', fileId, {
        relatedId: issueId,
        reason,
        data: { number, laterIssueId, laterNumber },
      });
      return { id: issueId };
    });
  }
}

/**
 * The issued letter of that number, which this person may read, came later and holds.
 * @throws Refusal `later-letter-unfit`, which does not say what it lacks: it may be there and not be theirs to know.
 */
async function laterLetter(tx: Transaction, actor: Actor, issueId: string, number: string): Promise<string> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const [later] = await tx.select(
    z.object({ id: z.uuid() }),
    `SELECT i.id FROM ${ISSUES}
     JOIN issue earlier ON earlier.organisation_id = i.organisation_id AND earlier.id = ${bind(issueId)}
     WHERE ${issuesOf(actor, parameters)} AND ${hasNumber(bind(number))} AND i.issued_at > earlier.issued_at
       AND NOT ${IS_WITHDRAWN} AND ${issueFilter(actor.ability, parameters)}`,
    parameters.values,
  );
  if (later) return later.id;
  const errors = [{ pointer: '#/laterNumber', detail: 'later-letter-unfit' }];
  throw new Refusal('later-letter-unfit', { number }, { errors });
}
