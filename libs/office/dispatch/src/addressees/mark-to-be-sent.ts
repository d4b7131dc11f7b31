import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { IssueChanged, MarkToBeSent as MarkToBeSentRequest } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { authorizeOnIssue, withholdNoLonger } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { lockFileOf, lockRecipients, unservedRecipient } from './lock-recipients';

/** Recipients who were marked as not to be sent the letter are to be sent it after all. */
@Injectable()
export class MarkToBeSent {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `file-closed`, `recipient-unknown`, `recipient-served`, `recipient-not-withheld`. */
  @Serves('markToBeSent')
  execute(actor: Actor, issueId: string, { recipients: marked }: MarkToBeSentRequest): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'dispatch');
      const { fileId, state } = await lockFileOf(tx, issueId);
      if (state === 'closed') throw new Refusal('file-closed');
      const recipients = await lockRecipients(tx, issueId);
      const positions = [...new Set(marked)];
      for (const [index, position] of positions.entries()) {
        const { withheld, addressee } = unservedRecipient(recipients, position, `#/recipients/${index}`);
        if (!withheld) throw new Refusal('recipient-not-withheld', { name: addressee.name });
      }
      await withholdNoLonger(tx, issueId, positions);
      await tx.record('dispatch.to_be_sent', fileId, { relatedId: issueId, data: { recipients: positions } });
      return { id: issueId };
    });
  }
}
