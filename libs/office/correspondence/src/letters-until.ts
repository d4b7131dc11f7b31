/** The serial numbers of the letters that lay in a file at an instant, as a JSON list, from expressions: what was detached later still did. */
export const lettersUntil = (organisationId: string, fileId: string, instant: string): string =>
  `(SELECT COALESCE(jsonb_agg(k.serial ORDER BY k.serial), '[]') FROM correspondence k WHERE k.organisation_id = ${organisationId}
    AND k.file_id = ${fileId} AND k.added_at < ${instant} AND (k.detached_at IS NULL OR k.detached_at >= ${instant}))`;
