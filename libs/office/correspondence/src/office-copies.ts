/** Letters on files, as `k`: an office copy is the one that names an issue. */
export const CORRESPONDENCE = 'correspondence k';

/** The office copy of the issue whose ids these expressions give, joined as `k`. */
export const joinOfficeCopy = (organisationId: string, issueId: string): string =>
  `JOIN ${CORRESPONDENCE} ON k.organisation_id = ${organisationId} AND k.issue_id = ${issueId}`;
