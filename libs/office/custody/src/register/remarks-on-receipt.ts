import { isoInstant } from '@patravali/database';
import { actorRef } from '@patravali/organisation';

/**
 * What was written on a receipt when it was sent from desk to desk, the oldest first, as a JSON list of who, when and
 * what; `[]` for the expression null.
 */
export const remarksOnReceipt = (organisationId: string, receiptId: string): string =>
  `(SELECT COALESCE(jsonb_agg(jsonb_build_object('by', ${actorRef('m.by_user_id', 'm.by_post_id', 'm.capacity')},
      'at', ${isoInstant('m.at')}, 'text', m.remarks) ORDER BY m.sequence), '[]')
    FROM movement m WHERE m.organisation_id = ${organisationId} AND m.receipt_id = ${receiptId} AND m.remarks IS NOT NULL)`;
