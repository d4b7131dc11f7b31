import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ReceiptMove, ReceiptView, type Unnamed } from '@patravali/contract';
import { movementsOfReceipt } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { copiesOfReceipt, hasUnseenCopy } from './copies/receipt-copies';
import { enclosuresOfReceipt } from './receipt/receipt-enclosures';
import { mayReopen } from './closing/who-reopens';
import { possibleReceiptMoves } from './receipt/receipt-lifecycle';
import { DIARY_ROW } from './diary/diary-row';
import { inOwnFile, RECEIPT_FACTS, receiptFrom } from './receipt/receipt-facts';
import { mayReadReceipt, receipts } from './receipt/receipt-row';
import type { Receipt } from './receipt/receipt.entity';

const DETAILS = ReceiptView.pick({
  senderAddress: true,
  senderEmail: true,
  enclosures: true,
  remarks: true,
  sentRemarks: true,
  document: true,
  enclosedDocuments: true,
  diarisedBy: true,
  diarisedAt: true,
  movements: true,
  copies: true,
});

const VIEW = DIARY_ROW.with(DETAILS.shape, {
  senderAddress: 'r.sender_address',
  senderEmail: 'r.sender_email',
  enclosures: 'r.enclosures',
  remarks: 'r.remarks',
  sentRemarks: 'r.sent_remarks',
  document: `CASE WHEN d.id IS NOT NULL THEN ${DOCUMENT_VIEW.json} END`,
  enclosedDocuments: enclosuresOfReceipt('r.organisation_id', 'r.id'),
  diarisedBy: actorRef('r.diarised_by_user_id', 'r.diarised_by_post_id', 'r.diarised_capacity'),
  diarisedAt: 'r.diarised_at',
  movements: movementsOfReceipt('r.organisation_id', 'r.id'),
  copies: copiesOfReceipt('r.organisation_id', 'r.id'),
}).with({ facts: RECEIPT_FACTS.row }, { facts: RECEIPT_FACTS.json });

const viewFor = (actor: Actor, parameters: Parameters) =>
  VIEW.with(
    { unseenCopy: z.boolean(), inOwnFile: z.boolean(), reopens: z.boolean() },
    {
      unseenCopy: hasUnseenCopy(parameters.bind(actor.postId)),
      inOwnFile: inOwnFile(actor, parameters),
      reopens: mayReopen(parameters.bind(actor.postId)),
    },
  );

/** One receipt with its document and the moves that this person may make: one statement, two if graded above normal. */
@Injectable()
export class ReceiptViewQuery {
  constructor(private readonly database: EntityManager) {}

  /**
   * Its readers see a receipt, and whoever reads the file in which it lies.
   * @throws Refusal `not-found` for everybody else.
   */
  async execute(actor: Actor, receiptId: string): Promise<Unnamed<ReceiptView>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const shown = viewFor(actor, parameters);
    const [found] = await select(
      this.database,
      shown.row,
      `SELECT ${shown.columns} FROM ${receipts(actor, parameters)} LEFT ${joinDocument('r.document_id')}
       WHERE r.organisation_id = ${bind(actor.organisationId)} AND r.id = ${bind(receiptId)}
         AND (c.file_id IS NOT NULL OR ${mayReadReceipt(actor, parameters)})`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    if (found.facts.grading !== 'normal')
      await countReading(this.database, actor, { item: { kind: 'receipt', id: receiptId }, act: 'opened' });
    const { facts, unseenCopy, inOwnFile: isInOwnFile, reopens, ...view } = found;
    const receipt = receiptFrom(facts);
    const copyToSee = unseenCopy && actor.ability.can('see_copy', receipt);
    const showsWhoSaw = isInOwnFile || actor.ability.can('list_who_saw', receipt);
    return { ...view, copyToSee, showsWhoSaw, allowedMoves: movesOf(actor, receipt, reopens) };
  }
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf({ ability }: Actor, receipt: Receipt, reopens: boolean): ReceiptMove[] {
  const { openedAt, senderPostId, documentId } = receipt;
  return possibleReceiptMoves(receipt.state).filter((move) => {
    if ((move === 'open' || move === 'pull_back') && openedAt) return false;
    if ((move === 'return' || move === 'redirect') && senderPostId === null) return false;
    if (move === (documentId === null ? 'put_in_file' : 'complete')) return false;
    if (move === 'reopen' && !reopens) return false;
    return ability.can(move, receipt);
  });
}
