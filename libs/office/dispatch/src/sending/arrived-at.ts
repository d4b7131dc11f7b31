/** The posts of this office at which a letter arrived by the event `event`, as a list: it is told in what was dispatched. */
export const arrivedAt = (event: string): string => idsIn(event, 'toPostId');

/** As which receipts it did, in the same order. */
export const arrivedAs = (event: string): string => idsIn(event, 'receiptId');

const idsIn = (event: string, name: 'toPostId' | 'receiptId'): string =>
  `ARRAY(SELECT (told ->> '${name}')::uuid FROM jsonb_array_elements(${event}.data -> 'dispatches')
    WITH ORDINALITY AS dispatched (told, place) WHERE told ? 'receiptId' ORDER BY place)`;

/** The posts of this office at which the letter lies that the event `event` withdrew, as a list. */
export const withdrawnAt = (event: string): string => within(event, 'to_post_id');

/** As which receipts it does, in the same order. */
export const withdrawnAs = (event: string): string => within(event, 'receipt_id');

const within = (event: string, name: 'to_post_id' | 'receipt_id'): string =>
  `ARRAY(SELECT s.${name} FROM dispatch s WHERE s.organisation_id = ${event}.organisation_id AND s.issue_id = ${event}.related_id
    AND s.receipt_id IS NOT NULL ORDER BY s.position, s.ordinal)`;
