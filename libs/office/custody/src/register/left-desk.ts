/** The post from whose desk the movement took a file or receipt of which this event tells; null where it tells of none. */
export const leftDesk = (event: string): string =>
  `CASE ${event}.subject_kind WHEN 'file' THEN (${from(event, 'file_id')}) WHEN 'receipt' THEN (${from(event, 'receipt_id')}) END`;

const from = (event: string, thing: 'file_id' | 'receipt_id'): string =>
  `SELECT m.from_post_id FROM movement m WHERE m.organisation_id = ${event}.organisation_id
     AND m.${thing} = ${event}.subject_id AND m.sequence = (${event}.data->>'movement')::integer`;

/** The post that had sent the file to whoever sent it on in this event; null where nobody did. */
export const broughtBy = (event: string): string =>
  `(SELECT m.from_post_id FROM movement m WHERE m.organisation_id = ${event}.organisation_id
     AND m.file_id = ${event}.subject_id AND m.sequence = (${event}.data->>'movement')::integer - 1)`;
