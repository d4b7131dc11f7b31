import { Correction, DiaryRow } from '@patravali/contract';
import { closingOfReceipt } from '@patravali/custody';
import { projection } from '@patravali/database';
import { activeContentOf } from '@patravali/documents';
import { EVENTS } from '@patravali/ledger';
import { actorRef } from '@patravali/organisation';
import { RECEIPT_ROW } from '../receipt/receipt-row';

const CORRECTION = projection(Correction, {
  by: actorRef('e.user_id', 'e.post_id', 'e.capacity'),
  at: 'e.at',
  reason: 'e.reason',
  changes: `e.data -> 'changes'`,
});

/**
 * The contract's `DiaryRow`, from `receipts`. Read from the record itself: the corrections and the completion, the oldest first, and where in its
 * file the letter was put last.
 */
export const DIARY_ROW = RECEIPT_ROW.with(
  DiaryRow.pick({ placed: true, closed: true, corrections: true, active: true }).shape,
  {
    active: activeContentOf('r.document_id'),
    placed: `CASE WHEN f.id IS NOT NULL THEN (
    SELECT jsonb_build_object('firstPage', e.data -> 'firstPage', 'lastPage', e.data -> 'lastPage') FROM ${EVENTS} e
    WHERE e.organisation_id = r.organisation_id AND e.subject_id = f.id AND e.related_id = r.id AND e.name = 'correspondence.added'
    ORDER BY e.sequence DESC LIMIT 1) END`,
    closed: `CASE WHEN r.state = 'closed' THEN ${closingOfReceipt('r.organisation_id', 'r.id', 'r.movements')} END`,
    corrections: `(SELECT COALESCE(jsonb_agg(${CORRECTION.json} ORDER BY e.sequence), '[]') FROM ${EVENTS} e
    WHERE e.organisation_id = r.organisation_id AND e.subject_id = r.id AND e.name IN ('receipt.corrected', 'receipt.completed'))`,
  },
);
