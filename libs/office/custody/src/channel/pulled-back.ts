/** What a change of custody leaves of the jumped posts when the last movement is taken back: its jumps were none. */
export const WITHOUT_LAST_JUMPS = () => `ARRAY(SELECT unnest(file_custody.jumped_post_ids)
  EXCEPT SELECT unnest(m.jumped_post_ids) FROM movement m WHERE m.organisation_id = file_custody.organisation_id
    AND m.file_id = file_custody.file_id AND m.sequence = file_custody.movements ORDER BY 1)`;
