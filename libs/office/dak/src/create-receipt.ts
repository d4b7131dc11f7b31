import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '@patravali/authorization';
import type { CreateReceipt as CreateReceiptRequest, ReceiptCreated } from '@patravali/contract';
import { readersWith, refuseUnfitDueDate, refuseUrgencyOfOthers, withReaders, writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { DocumentUses } from '@patravali/documents';
import { drawNumber } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { unitInNumbers } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { writeCopies } from './copies/receipt-copies';
import { diaryNumberInEvent } from './receipt/diary-number-in-event';
import { Receipt } from './receipt/receipt.entity';
import { refuseFutureDays } from './receipt/refuse-future-days';
import { readEnds, copiesInEvent } from './moving/send-receipt';
import { takeDocument } from './receipt/take-document';

/** Diarises a letter that came in: it gets the next diary number and lies on the desk of the diarist, or goes on at once. */
@Injectable()
export class CreateReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly documentUses: DocumentUses,
  ) {}

  /** @throws Refusal `not-allowed`, `urgency-needs-officer`, `urgency-not-in-use`, `date-in-future`, `due-date-past`, `due-date-closed`, `unknown-document`, `document-in-use`, `unknown-post`, `to-oneself`. */
  @Serves('createReceipt')
  execute(actor: Actor, request: CreateReceiptRequest): Promise<ReceiptCreated> {
    return this.transactions.run(actor, async (tx) => {
      const { forward, ...letter } = request;
      const { organisationId, postId } = actor;
      const receipt = { id: uuidv7(), organisationId, diarisedByPostId: postId, holderPostId: postId };
      authorize(
        actor,
        'create',
        Object.assign(new Receipt(), { ...receipt, readerPostIds: [postId], stillDueTo: [postId] }),
      );
      await refuseUrgencyOfOthers(tx, actor, request.urgency);
      await refuseFutureDays(tx, request);
      const documentId = request.documentId ?? null;
      if (documentId !== null) await takeDocument(tx, this.documentUses, actor, documentId);
      const ends = forward && (await readEnds(tx, actor, forward, '#/forward'));
      await refuseUnfitDueDate(tx, actor.organisationId, forward?.dueOn, '#/forward/dueOn');
      const copyToPostIds = ends?.copyTo.map(({ id }) => id) ?? [];
      const { number: diaryNumber, numberHi: diaryNumberHi } = await drawNumber(tx, {
        kind: 'diary',
        ...(await unitInNumbers(tx, actor.post.unitId)),
      });
      await tx.insert(Receipt, {
        ...entryOf(letter),
        ...receipt,
        diaryNumber,
        diaryNumberHi,
        unitId: actor.post.unitId,
        diarisedByUserId: actor.userId,
        diarisedCapacity: actor.capacity,
        readerPostIds: ends
          ? withReaders([], request.grading, [postId, ends.to.id, ...copyToPostIds], ends.superiorPostIds)
          : await readersWith(tx, [], request.grading, [postId]),
        movements: 1,
        version: 1,
        ...(forward && ends
          ? {
              state: 'on_desk',
              holderPostId: ends.to.id,
              senderPostId: postId,
              action: forward.action,
              dueOn: forward.dueOn ?? null,
              sentRemarks: forward.remarks ?? null,
              movements: 2,
            }
          : { state: 'created', openedAt: NOW }),
      });
      const thing = { receiptId: receipt.id };
      await writeMovement(tx, actor, { thing, sequence: 1, kind: 'created', fromPostId: null, toPostId: postId });
      if (forward && ends) {
        await writeMovement(tx, actor, {
          thing,
          sequence: 2,
          kind: 'forwarded',
          fromPostId: postId,
          toPostId: ends.to.id,
          action: forward.action,
          urgency: request.urgency,
          dueOn: forward.dueOn,
          remarks: forward.remarks,
        });
        await writeCopies(tx, actor, { ...thing, sequence: 2 }, copyToPostIds);
      }
      await tx.record('receipt.created', receipt.id, {
        ...(documentId === null ? {} : { relatedId: documentId }),
        data: {
          ...diaryNumberInEvent({ diaryNumber, diaryNumberHi }),
          ...(request.cover === undefined ? {} : { cover: request.cover }),
          toPostId: ends?.to.id ?? null,
          ...copiesInEvent(copyToPostIds),
        },
      });
      return { id: receipt.id, diaryNumber, diaryNumberHi, version: 1 };
    });
  }
}

/** What the diarist read off the letter, as the row keeps it. */
function entryOf(letter: Omit<CreateReceiptRequest, 'forward'>) {
  return {
    ...letter,
    documentId: letter.documentId ?? null,
    cover: letter.cover ?? null,
    senderDesignation: letter.senderDesignation ?? null,
    senderAddress: letter.senderAddress ?? null,
    senderEmail: letter.senderEmail ?? null,
    letterNumber: letter.letterNumber ?? null,
    letterDate: letter.letterDate ?? null,
    remarks: letter.remarks ?? null,
  };
}
