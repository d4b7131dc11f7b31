import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { IssueChanged, MarkNotToBeSent as MarkNotToBeSentRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { authorizeOnIssue, withhold } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { lockFileOf, lockRecipients, unservedRecipient } from './lock-recipients';

/** Says, with a reason, that some recipients are not to be sent the letter; its file may then be closed. */
@Injectable()
export class MarkNotToBeSent {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `recipient-unknown`, `recipient-served`, `recipient-withheld`. */
  @Serves('markNotToBeSent')
  execute(
    actor: Actor,
    issueId: string,
    { recipients: marked, reason }: MarkNotToBeSentRequest,
  ): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId } = await lockFileOf(tx, issueId);
      const recipients = await lockRecipients(tx, issueId);
      const positions = [...new Set(marked)];
      for (const [index, position] of positions.entries()) {
        const { withheld, addressee } = unservedRecipient(recipients, position, `#/recipients/${index}`);
        if (withheld) throw new Refusal('recipient-withheld', { name: addressee.name });
      }
      await withhold(tx, issueId, positions, { ...actor, reason });
      await tx.record('dispatch.withheld', fileId, { relatedId: issueId, reason, data: { recipients: positions } });
      return { id: issueId };
    });
  }
}
