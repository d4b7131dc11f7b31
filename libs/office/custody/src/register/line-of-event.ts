/** Of the line of the register that this event wrote, or of the one so many lines after it; null where it wrote none. */
function ofLine(event: string, expression: string, after = 0): string {
  // A letter that is marked as it is diarised goes on with the second line of its register.
  const line = `COALESCE((${event}.data->>'movement')::integer, CASE ${event}.name WHEN 'receipt.created' THEN 2 END) + ${after}`;
  const from = (thing: 'file_id' | 'receipt_id') =>
    `SELECT ${expression} FROM movement m WHERE m.organisation_id = ${event}.organisation_id
       AND m.${thing} = ${event}.subject_id AND m.sequence = ${line}`;
  return `CASE ${event}.subject_kind WHEN 'file' THEN (${from('file_id')}) WHEN 'receipt' THEN (${from('receipt_id')}) END`;
}

/** The post from whose desk the movement took a file or receipt of which this event tells; null where it tells of none. */
export const leftDesk = (event: string): string => ofLine(event, 'm.from_post_id');

/** The post that had sent the file to whoever sent it on in this event; null where nobody did. */
export const broughtBy = (event: string): string =>
  `(SELECT m.from_post_id FROM movement m WHERE m.organisation_id = ${event}.organisation_id
     AND m.file_id = ${event}.subject_id AND m.sequence = (${event}.data->>'movement')::integer - 1)`;

/** What was asked of the desk to which this event sent a file or receipt; null where nothing was. */
export const actionAskedBy = (event: string): string => ofLine(event, 'm.action');

/** Whether the sender pulled back what this event sent, before anybody had opened it: a condition. */
export const wasPulledBack = (event: string): string =>
  `COALESCE(${ofLine(event, `m.kind = 'pulled_back'`, 1)}, false)`;
