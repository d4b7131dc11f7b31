/** So many of the last notes say who is on the sheet: those before are of stages that are over. */
const RECENT = 20;

/**
 * The posts that wrote the last notes of a file, as a query with the columns `post_id` and `number`, that of its last note. Whoever
 * was asked for an opinion alone is not among those who work on the file.
 * @param organisationId, fileId placeholders of the file.
 */
export const authorsOnSheet = (organisationId: string, fileId: string): string => `
  SELECT recent.author_post_id AS post_id, max(recent.number) AS number FROM (
    SELECT author_post_id, number, kind FROM note
    WHERE organisation_id = ${organisationId} AND file_id = ${fileId} ORDER BY number DESC LIMIT ${RECENT}) recent
  WHERE recent.kind <> 'opinion'
  GROUP BY recent.author_post_id`;
