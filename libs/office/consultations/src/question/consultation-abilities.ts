import { takesFiles } from '@patravali/contract';
import type { AbilityRules } from '@patravali/authorization';
import { ConsultedPost } from './consulted-post.entity';

/**
 * A consulted post reads the question and the snapshot while an answer is awaited, and nothing of the file. Its assistant, for
 * whom nothing is said, reads neither.
 */
export const consultationAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  if (!takesFiles({ roles })) return;
  const asked = { organisationId, postId: id };
  can('read', ConsultedPost, { ...asked, state: 'asked' });
  can('give_opinion', ConsultedPost, asked);
};
