import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ConfirmAddress as ConfirmAddressRequest, IssueChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { authorizeOnIssue, enterAddress } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { lockFileOf, lockRecipients, unservedRecipient } from './lock-recipients';

/** The holder of the issuing post says where a mail to a recipient goes, when the approved letter does not or another is wanted. */
@Injectable()
export class ConfirmAddress {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `recipient-unknown`, `recipient-served`, `recipient-withheld`. */
  @Serves('confirmAddress')
  execute(actor: Actor, issueId: string, { recipient: position, email }: ConfirmAddressRequest): Promise<IssueChanged> {
    return this.transactions.run(actor, async (tx) => {
      await authorizeOnIssue(tx, actor, issueId, 'confirm_address');
      const { fileId } = await lockFileOf(tx, issueId);
      const recipient = unservedRecipient(await lockRecipients(tx, issueId), position, '#/recipient');
      if (recipient.withheld) throw new Refusal('recipient-withheld', { name: recipient.addressee.name });
      await enterAddress(tx, issueId, position, { ...actor, email });
      await tx.record('dispatch.address_confirmed', fileId, {
        relatedId: issueId,
        data: { recipient: position, from: recipient.email, to: email },
      });
      return { id: issueId };
    });
  }
}
