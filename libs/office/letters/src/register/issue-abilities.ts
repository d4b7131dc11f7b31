import { type Ability, type AbilityRules, rowFilter } from '@patravali/authorization';
import { Correspondence, joinOfficeCopy, withOfficeCopy } from '@patravali/correspondence';
import { FileCustody, joinCustody, mayReadFile } from '@patravali/custody';
import type { Parameters } from '@patravali/database';
import { Issue } from './issue.entities';
import { LetterSignatory } from './signing.entities';

/**
 * Who may what with an issue. A rule looks only at one row, so an issue is asked about through three: itself, its office
 * copy, which names the post that issued it, and the custody of its file.
 */
export const issueAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  can(['read', 'dispatch'], Issue, { organisationId, signatoryPostId: id });
  can('dispatch', Correspondence, { organisationId, kind: 'issued', addedByPostId: id });
  can('confirm_address', Issue, { organisationId, issuedByPostId: id });
  if (roles.includes('officer')) {
    can('withdraw', Issue, { organisationId, signatoryPostId: id });
    can('sign', LetterSignatory, { organisationId, postId: id });
  }
  if (roles.includes('dispatcher')) can('dispatch', FileCustody, { organisationId, grading: 'normal' });
};

/** Issued letters as `i` with the rows that the rules look at: their office copy `k` and the custody `c` of their file. */
export const ISSUES = `issue i ${joinOfficeCopy('i.organisation_id', 'i.id')} ${joinCustody('i.file_id')}`;

/** Every entry of the register in the same way, `k` being absent until the letter is issued. */
export const REGISTER = `issue i ${withOfficeCopy('i.organisation_id', 'i.id')} ${joinCustody('i.file_id')}`;

/** May this person send it? Any of these conditions; from `ISSUES`. */
export function dispatchBranches(ability: Ability, parameters: Parameters): string[] {
  return [
    rowFilter(ability, 'dispatch', Issue, 'i', parameters),
    rowFilter(ability, 'dispatch', Correspondence, 'k', parameters),
    rowFilter(ability, 'dispatch', FileCustody, 'c', parameters),
  ];
}

/** Whoever may send a letter sees it, and whoever reads its file. Any of these conditions; from `ISSUES`. */
export function issueBranches(ability: Ability, parameters: Parameters): string[] {
  return [
    rowFilter(ability, 'read', Issue, 'i', parameters),
    ...dispatchBranches(ability, parameters),
    mayReadFile({ ability }, parameters),
  ];
}

export const dispatchFilter = (ability: Ability, parameters: Parameters): string =>
  anyOf(dispatchBranches(ability, parameters));

/** May this person say where its mails go? Only the issuing post; from `ISSUES`. */
export const confirmFilter = (ability: Ability, parameters: Parameters): string =>
  rowFilter(ability, 'confirm_address', Issue, 'i', parameters);

/** May this person say that it no longer holds? Only the signing post; from `ISSUES`. */
export const withdrawFilter = (ability: Ability, parameters: Parameters): string =>
  rowFilter(ability, 'withdraw', Issue, 'i', parameters);

export const issueFilter = (ability: Ability, parameters: Parameters): string =>
  anyOf(issueBranches(ability, parameters));

const anyOf = (branches: readonly string[]): string => `(${branches.join(' OR ')})`;
