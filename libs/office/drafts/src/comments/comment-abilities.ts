import type { Ability, AbilityRules } from '@patravali/authorization';
import { takesFiles } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { Draft } from '../draft/draft.entities';
import { DraftComment } from './comment.entities';

/**
 * Who may read a comment on a draft that he may read, asked about the comment itself: all, or the posts that it names. Its
 * author resolves it, and beside him whoever may write the draft. An auditor reads, and says nothing.
 */
export const commentAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  can('read', DraftComment, { organisationId, readerPostIds: null });
  can('read', DraftComment, { organisationId, readerPostIds: id });
  if (!takesFiles({ roles })) return;
  can('comment', Draft, { organisationId });
  can('resolve', DraftComment, { organisationId, postId: id });
};

/** An assistant reads what is meant for everybody, and says nothing in the name of the post. */
export const assistantCommentAbilities: AbilityRules = ({ organisationId }, can) => {
  can('read', DraftComment, { organisationId, readerPostIds: null });
};

export function mayResolve(ability: Ability, custody: FileCustody, comment: DraftComment): boolean {
  if (!ability.can('comment', Object.assign(new Draft(), { organisationId: comment.organisationId }))) return false;
  return ability.can('resolve', comment) || ability.can('put_up_draft', custody);
}
