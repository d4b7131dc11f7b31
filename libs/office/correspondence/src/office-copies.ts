/** Letters on files, as `k`: an office copy is the one that names an issue. */
export const CORRESPONDENCE = 'correspondence k';

/** The office copy of the issue whose ids these expressions give, joined as `k`: of issued letters alone. */
export const joinOfficeCopy = (organisationId: string, issueId: string): string =>
  `JOIN ${CORRESPONDENCE} ON k.organisation_id = ${organisationId} AND k.issue_id = ${issueId}`;

/** The same, where there may be none yet. */
export const withOfficeCopy = (organisationId: string, issueId: string): string =>
  `LEFT ${joinOfficeCopy(organisationId, issueId)}`;

/** Where the office copy `k` lies on its file: the contract's `serial`, `firstPage`, `lastPage`. */
export const OFFICE_COPY_PLACE = {
  serial: 'k.serial',
  firstPage: 'k.first_page',
  lastPage: 'k.first_page + k.pages - 1',
} as const;
