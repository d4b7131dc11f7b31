import { type Ability, type AbilityRules, type Parameters, rowFilter } from '@patravali/authorization';
import { Correspondence } from '@patravali/correspondence';
import { FileCustody } from '@patravali/files';
import { Issue } from './dispatch.entities';

/**
 * Who may what with an issue. A rule looks only at one row, so an issue is asked about through three: itself, its office
 * copy, which names the post that issued it, and the custody of its file.
 */
export const issueAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  can(['read', 'dispatch'], Issue, { organisationId, signatoryPostId: id });
  can('dispatch', Correspondence, { organisationId, kind: 'issued', addedByPostId: id });
  if (roles.includes('dispatcher')) can('dispatch', FileCustody, { organisationId, grading: 'normal' });
};

/** Issues with the rows that the rules look at. */
export const ISSUE_SOURCE = `issue i
  JOIN correspondence k ON k.organisation_id = i.organisation_id AND k.issue_id = i.id
  JOIN file_custody c ON c.file_id = i.file_id`;

/** May this person send it? From `ISSUE_SOURCE`. */
export function dispatchFilter(ability: Ability, parameters: Parameters): string {
  const filters = [
    rowFilter(ability, 'dispatch', Issue, 'i', parameters),
    rowFilter(ability, 'dispatch', Correspondence, 'k', parameters),
    rowFilter(ability, 'dispatch', FileCustody, 'c', parameters),
  ];
  return `(${filters.join(' OR ')})`;
}

/** Whoever may send a letter sees it, and whoever reads its file. From `ISSUE_SOURCE`. */
export function issueFilter(ability: Ability, parameters: Parameters): string {
  const filters = [
    rowFilter(ability, 'read', Issue, 'i', parameters),
    dispatchFilter(ability, parameters),
    rowFilter(ability, 'read', FileCustody, 'c', parameters),
  ];
  return `(${filters.join(' OR ')})`;
}
