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

/**
 * Beside the officer who holds the file, the post that approved a draft may cancel it, wherever the file is. A letter is
 * issued by the post whose name it bears, or by the one that this post named when it approved.
 */
export const draftAbilities: AbilityRules = ({ id, organisationId }, can) => {
  can('cancel', Draft, { organisationId, approvedByPostId: id });
  can('issue', Draft, { organisationId, signatoryPostId: id });
  can('issue', Draft, { organisationId, namedPostId: id });
};

export function mayMoveDraft(ability: Ability, move: DraftMove, custody: FileCustody, draft: Draft): boolean {
  const mayOnFile = ability.can(ACTION_ON_FILE[move], custody);
  // A letter that has its number is finished wherever its file has gone, so that it is never stuck.
  if (move === 'issue') return (mayOnFile || draft.state === 'numbered') && ability.can('issue', draft);
  return mayOnFile || (move === 'cancel' && ability.can('cancel', draft));
}
