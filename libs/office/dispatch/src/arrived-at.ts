/** The posts of this office at which a letter arrived by the event `event`, as a list: it is told in what was dispatched. */
export const arrivedAt = (event: string): string => idsIn(event, 'toPostId');

/** As which receipts it did, in the same order. */
export const arrivedAs = (event: string): string => idsIn(event, 'receiptId');

const idsIn = (event: string, name: 'toPostId' | 'receiptId'): string =>
  `ARRAY(SELECT (told ->> '${name}')::uuid FROM jsonb_array_elements(${event}.data -> 'dispatches')
    WITH ORDINALITY AS dispatched (told, place) WHERE told ? 'receiptId' ORDER BY place)`;
