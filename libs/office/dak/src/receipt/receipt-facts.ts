import type { Actor } from '@patravali/authorization';
import { ReceiptView } from '@patravali/contract';
import { mayListWhoSaw } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { z } from 'zod';
import { Receipt } from './receipt.entity';

/** What the rules of a receipt are asked about, from `r`. */
export const RECEIPT_FACTS = projection(
  z.object({
    organisationId: z.uuid(),
    holderPostId: z.uuid().nullable(),
    senderPostId: z.uuid().nullable(),
    closedByPostId: z.uuid().nullable(),
    diarisedByPostId: z.uuid(),
    readerPostIds: z.array(z.uuid()),
    grading: ReceiptView.shape.grading,
    state: ReceiptView.shape.state,
    unitId: z.uuid(),
    opened: z.boolean(),
    documentId: z.uuid().nullable(),
  }),
  {
    organisationId: 'r.organisation_id',
    holderPostId: 'r.holder_post_id',
    senderPostId: 'r.sender_post_id',
    closedByPostId: 'r.closed_by_post_id',
    diarisedByPostId: 'r.diarised_by_post_id',
    readerPostIds: 'to_jsonb(r.reader_post_ids)',
    grading: 'r.grading',
    state: 'r.state',
    unitId: 'r.unit_id',
    opened: 'r.opened_at IS NOT NULL',
    documentId: 'r.document_id',
  },
);

/** It lies in a file of which the actor may know who has seen it: of such a receipt too. From `receipts`. */
export const inOwnFile = (actor: Actor, parameters: Parameters): string =>
  // Of a file on no desk it is not known whose it is.
  `COALESCE(c.file_id IS NOT NULL AND ${mayListWhoSaw(actor, parameters)}, false)`;

/** The row that the rules are asked about, which a statement has found among those that its reader may read. */
export const receiptFrom = ({ opened, ...row }: z.output<typeof RECEIPT_FACTS.row>): Receipt =>
  Object.assign(new Receipt(), row, { stillDueTo: row.readerPostIds, openedAt: opened ? new Date(0) : null });
