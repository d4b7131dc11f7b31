import type { Ability, AbilityRules, Action } from '@patravali/authorization';
import type { DraftMove } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { Draft } from './draft.entities';

/** What a move of a draft asks of its file: drafts are desk papers, and whoever may act on them holds the file. */
export const ACTION_ON_FILE: Record<DraftMove, Action> = {
  change: 'put_up_draft',
  approve: 'approve',
  cancel: 'approve',
  issue: 'issue',
};

/** Beside the officer who holds the file, the post that approved a draft may cancel it, wherever the file is. */
export const draftAbilities: AbilityRules = ({ id, organisationId }, can) => {
  can('cancel', Draft, { organisationId, approvedByPostId: id });
};

export function mayMoveDraft(ability: Ability, move: DraftMove, custody: FileCustody, draft: Draft): boolean {
  return ability.can(ACTION_ON_FILE[move], custody) || (move === 'cancel' && ability.can('cancel', draft));
}
