import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { ReceiptMove, ReceiptView } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { possibleReceiptMoves } from './receipt-lifecycle';
import { DOCUMENT_VIEW, RECEIPT_ROW, receiptSource } from './receipt-rows';
import { Receipt } from './receipt.entity';

interface Found {
  readonly view: Omit<ReceiptView, 'allowedMoves'>;
  /** What the rules are asked about. */
  readonly receipt: Pick<
    Receipt,
    'organisationId' | 'holderPostId' | 'readerPostIds' | 'grading' | 'state' | 'unitId'
  > & {
    readonly opened: boolean;
  };
}

/** One receipt with its document and the moves that this person may make: one statement. */
@Injectable()
export class ReceiptViewQuery {
  constructor(private readonly database: EntityManager) {}

  /**
   * Its readers see a receipt, and whoever reads the file in which it lies.
   * @throws Refusal `not-found` for everybody else.
   */
  async execute(actor: Actor, receiptId: string): Promise<ReceiptView> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const [found] = await this.database.query<Found[]>(
      `SELECT ${RECEIPT_ROW} || jsonb_build_object('senderAddress', r.sender_address, 'senderEmail', r.sender_email,
           'enclosures', r.enclosures, 'remarks', r.remarks, 'sentRemarks', r.sent_remarks, 'document', ${DOCUMENT_VIEW},
           'diarisedBy', actor_ref(r.diarised_by_user_id, r.diarised_by_post_id, r.diarised_capacity),
           'diarisedAt', r.diarised_at) AS view,
         jsonb_build_object('organisationId', r.organisation_id, 'holderPostId', r.holder_post_id, 'grading', r.grading,
           'readerPostIds', r.reader_post_ids, 'state', r.state, 'unitId', r.unit_id,
           'opened', r.opened_at IS NOT NULL) AS receipt
       FROM ${receiptSource(actor, parameters)} JOIN document d ON d.id = r.document_id
       WHERE r.organisation_id = ${bind(actor.organisationId)} AND r.id = ${bind(receiptId)}
         AND (c.file_id IS NOT NULL OR ${rowFilter(actor.ability, 'read', Receipt, 'r', parameters)})`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return { ...found.view, allowedMoves: movesOf(actor, found) };
  }
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf(actor: Actor, { receipt }: Found): ReceiptMove[] {
  const { opened, ...row } = receipt;
  const subject = Object.assign(new Receipt(), row);
  return possibleReceiptMoves(row.state).filter(
    (move) => !(move === 'open' && opened) && actor.ability.can(move, subject),
  );
}
