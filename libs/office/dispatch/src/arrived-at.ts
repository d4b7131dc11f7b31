/** The posts of this office at which a letter arrived by the event `event`, as a list: it is told in what was dispatched. */
export const arrivedAt = (event: string): string =>
  `ARRAY(SELECT (told ->> 'toPostId')::uuid FROM jsonb_array_elements(${event}.data -> 'dispatches') told WHERE told ? 'toPostId')`;
