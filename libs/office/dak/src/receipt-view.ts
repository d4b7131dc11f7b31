import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import { type ReceiptMove, ReceiptView, type Unnamed } from '@patravali/contract';
import { movementsOfReceipt } from '@patravali/custody';
import { projection, select } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { copiesOfReceipt, hasUnseenCopy } from './copies/receipt-copies';
import { enclosuresOfReceipt } from './receipt-enclosures';
import { possibleReceiptMoves } from './receipt-lifecycle';
import { DIARY_ROW } from './diary-row';
import { mayReadReceipt, receipts } from './receipt-row';
import { Receipt } from './receipt.entity';

/** What the rules are asked about. */
const FACTS = projection(
  z.object({
    organisationId: z.uuid(),
    holderPostId: z.uuid().nullable(),
    senderPostId: z.uuid().nullable(),
    diarisedByPostId: z.uuid(),
    readerPostIds: z.array(z.uuid()),
    grading: ReceiptView.shape.grading,
    state: ReceiptView.shape.state,
    unitId: z.uuid(),
    opened: z.boolean(),
  }),
  {
    organisationId: 'r.organisation_id',
    holderPostId: 'r.holder_post_id',
    senderPostId: 'r.sender_post_id',
    diarisedByPostId: 'r.diarised_by_post_id',
    readerPostIds: 'to_jsonb(r.reader_post_ids)',
    grading: 'r.grading',
    state: 'r.state',
    unitId: 'r.unit_id',
    opened: 'r.opened_at IS NOT NULL',
  },
);

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
  document: DOCUMENT_VIEW.json,
  enclosedDocuments: enclosuresOfReceipt('r.organisation_id', 'r.id'),
  diarisedBy: actorRef('r.diarised_by_user_id', 'r.diarised_by_post_id', 'r.diarised_capacity'),
  diarisedAt: 'r.diarised_at',
  movements: movementsOfReceipt('r.organisation_id', 'r.id'),
  copies: copiesOfReceipt('r.organisation_id', 'r.id'),
}).with({ facts: FACTS.row }, { facts: FACTS.json });

const viewFor = (postId: string) => VIEW.with({ unseenCopy: z.boolean() }, { unseenCopy: hasUnseenCopy(postId) });

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
    const shown = viewFor(bind(actor.postId));
    const [found] = await select(
      this.database,
      shown.row,
      `SELECT ${shown.columns} FROM ${receipts(actor, parameters)} ${joinDocument('r.document_id')}
       WHERE r.organisation_id = ${bind(actor.organisationId)} AND r.id = ${bind(receiptId)}
         AND (c.file_id IS NOT NULL OR ${mayReadReceipt(actor, parameters)})`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    if (found.facts.grading !== 'normal')
      await countReading(this.database, actor, { item: { kind: 'receipt', id: receiptId }, act: 'opened' });
    const { facts, unseenCopy, ...view } = found;
    const receipt = receiptFrom(facts);
    const copyToSee = unseenCopy && actor.ability.can('see_copy', receipt);
    return { ...view, copyToSee, allowedMoves: movesOf(actor, receipt) };
  }
}

/** The row that the rules are asked about. */
const receiptFrom = ({ opened, ...row }: z.output<typeof FACTS.row>): Receipt =>
  Object.assign(new Receipt(), row, { openedAt: opened ? new Date(0) : null });

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf({ ability }: Actor, receipt: Receipt): ReceiptMove[] {
  const { openedAt, senderPostId } = receipt;
  return possibleReceiptMoves(receipt.state).filter((move) => {
    if ((move === 'open' || move === 'pull_back') && openedAt) return false;
    if ((move === 'return' || move === 'redirect') && senderPostId === null) return false;
    return ability.can(move, receipt);
  });
}
