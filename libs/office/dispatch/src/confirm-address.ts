import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ConfirmAddress as ConfirmAddressRequest, IssueChanged } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { IssueRecipient } from './dispatch.entities';
import { authorizeOnIssue } from './issue-access';
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
      await tx.update(
        IssueRecipient,
        { organisationId: actor.organisationId, issueId, position },
        {
          confirmedEmail: email,
          confirmedAt: NOW,
          confirmedByUserId: actor.userId,
          confirmedByPostId: actor.postId,
          confirmedCapacity: actor.capacity,
        },
      );
      await tx.record('dispatch.address_confirmed', fileId, {
        relatedId: issueId,
        data: { recipient: position, from: recipient.email, to: email },
      });
      return { id: issueId };
    });
  }
}
