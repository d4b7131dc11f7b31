import { isoInstant } from '@patravali/database';

/** Letters on files, as `k`: an office copy is the one that names an issue. */
export const CORRESPONDENCE = 'correspondence k';

/** The office copy of the issue whose ids these expressions give, joined as `k`: of issued letters alone. */
export const joinOfficeCopy = (organisationId: string, issueId: string): string =>
  `JOIN ${CORRESPONDENCE} ON k.organisation_id = ${organisationId} AND k.issue_id = ${issueId}`;

/** The same, where there may be none yet. */
export const withOfficeCopy = (organisationId: string, issueId: string): string =>
  `LEFT ${joinOfficeCopy(organisationId, issueId)}`;

/** The letters `a` that answer the issue whose ids these expressions give, and are not detached. */
const answers = (organisationId: string, issueId: string): string =>
  `FROM correspondence a WHERE a.organisation_id = ${organisationId} AND a.answers_issue_id = ${issueId} AND a.detached_at IS NULL`;

/** Where the last answer of this addressee lies on the file; null while none has come. Of an answer from before it is not known whose it is: it counts for all. */
export const answeredAtPage = (organisationId: string, issueId: string, position: string): string =>
  `(SELECT max(a.first_page) ${answers(organisationId, issueId)}
    AND COALESCE(a.answers_position, ${position}) = ${position})`;

/** The letters that answer it, the oldest first: the contract's `answers` of an issue. */
export const answersTo = (organisationId: string, issueId: string): string =>
  `(SELECT COALESCE(jsonb_agg(jsonb_build_object('page', a.first_page, 'at', ${isoInstant('a.added_at')},
      'recipient', a.answers_position) ORDER BY a.added_at, a.id), '[]') ${answers(organisationId, issueId)})`;

/** Where the office copy `k` lies on its file: the contract's `serial`, `firstPage`, `lastPage`. */
export const OFFICE_COPY_PLACE = {
  serial: 'k.serial',
  firstPage: 'k.first_page',
  lastPage: 'k.first_page + k.pages - 1',
} as const;
