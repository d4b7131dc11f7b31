/** The file on which the draft is that a row `t` names, and which drafts are on the files $2 of the organisation $1. */
export const FILE_OF_DRAFT = 'SELECT r.file_id FROM draft r WHERE r.id = t.draft_id';
export const DRAFTS_ON_FILES = 'SELECT r.id FROM draft r WHERE r.organisation_id = $1 AND r.file_id = ANY ($2::uuid[])';

const COMMENTED = 'draft_comment k JOIN draft r ON r.id = k.draft_id';
/** The same of the comment that a row `t` names. */
export const FILE_OF_COMMENT = `SELECT r.file_id FROM ${COMMENTED} WHERE k.id = t.comment_id`;
export const COMMENTS_ON_FILES = `SELECT k.id FROM ${COMMENTED} WHERE r.organisation_id = $1 AND r.file_id = ANY ($2::uuid[])`;
