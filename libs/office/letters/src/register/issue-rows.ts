import type { Actor } from '@patravali/authorization';
import { Withdrawn } from '@patravali/contract';
import { type Parameters, projection } from '@patravali/database';
import { actorRef } from '@patravali/organisation';
import type { Issue } from './issue.entities';

/** Letters alone, as `i`. */
export const LETTERS = 'issue i';

/** The number as the letter of this alias bears it: in Hindi as it is read there. */
export const numberOnLetter = (issue: string): string =>
  `COALESCE(CASE ${issue}.language WHEN 'hi' THEN ${issue}.number_hi END, ${issue}.number)`;

/** The same of a row that is at hand. */
export const borneNumber = ({ language, number, numberHi }: Pick<Issue, 'language' | 'number' | 'numberHi'>): string =>
  (language === 'hi' ? numberHi : null) ?? number;

/** Both spellings of the number of the letter `i`, by which it is found. */
export const NUMBERS_OF_LETTER = `concat_ws(' ', i.number, i.number_hi)`;

/** The letter `i` has this number, however it is spelt: a condition. */
export const hasNumber = (number: string): string => `(i.number = ${number} OR i.number_hi = ${number})`;

/** The letter that took the place of the one that `w` withdraws. */
const JOIN_LATER = 'LEFT JOIN issue later ON later.organisation_id = w.organisation_id AND later.id = w.later_issue_id';

/** The withdrawal of the letter `i`, joined as `w`, with the later letter as `later`. */
export const joinWithdrawal = (join: 'JOIN' | 'LEFT JOIN'): string =>
  `${join} issue_withdrawal w ON w.organisation_id = i.organisation_id AND w.issue_id = i.id ${JOIN_LATER}`;

/** The contract's `Withdrawn`, of the withdrawal `w` with the later letter as `later`. */
const WITHDRAWN = projection(Withdrawn, {
  kind: 'w.kind',
  reason: 'w.reason',
  by: actorRef('w.by_user_id', 'w.by_post_id', 'w.capacity'),
  at: 'w.at',
  later: `CASE WHEN later.id IS NOT NULL THEN jsonb_build_object('id', later.id, 'number', ${numberOnLetter('later')}) END`,
});

/** That the issue `i` no longer holds; null while it does. */
export const WITHDRAWAL = `(SELECT ${WITHDRAWN.json} FROM issue_withdrawal w ${JOIN_LATER}
  WHERE w.organisation_id = i.organisation_id AND w.issue_id = i.id)`;

/** The issue `i` no longer holds. */
export const IS_WITHDRAWN = `EXISTS (SELECT FROM issue_withdrawal w
  WHERE w.organisation_id = i.organisation_id AND w.issue_id = i.id)`;

/** The id of the issue that came of a draft, from the expressions of the draft's ids; null before it is issued. */
export const issueOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT i.id FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId} AND i.state = 'issued')`;

/** The number that was drawn for a draft, also when it has been cancelled; null before. */
export const numberOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT ${numberOnLetter('i')} FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId})`;

/** How a letter that went out is described on its file; joined to `r`, a line of the correspondence. */
export const ISSUED_LETTER = {
  join: 'LEFT JOIN issue issued ON issued.id = r.issue_id',
  party: 'issued.addressee',
  number: numberOnLetter('issued'),
  date: 'issued.issued_on',
  subject: 'issued.subject',
  addressees: `(SELECT COALESCE(jsonb_agg(n.position ORDER BY n.position), '[]') FROM issue_recipient n
    WHERE n.organisation_id = issued.organisation_id AND n.issue_id = issued.id AND NOT n.as_copy)`,
  withdrawn: `(SELECT w.kind FROM issue_withdrawal w
    WHERE w.organisation_id = issued.organisation_id AND w.issue_id = issued.id)`,
} as const;

/** The issues of the actor's organisation, as a condition on `i`. */
export const issuesOf = ({ organisationId }: Pick<Actor, 'organisationId'>, { bind }: Parameters): string =>
  `i.organisation_id = ${bind(organisationId)}`;

/** The file on which the letter is that a row `t` names, and which letters are on the files $2 of the organisation $1. */
export const FILE_OF_LETTER = `SELECT i.file_id FROM ${LETTERS} WHERE i.id = t.issue_id`;
export const LETTERS_ON_FILES = `SELECT i.id FROM ${LETTERS} WHERE i.organisation_id = $1 AND i.file_id = ANY ($2::uuid[])`;
