import type { AbilityRules } from '@patravali/authorization';
import { NoteParticipant } from './participant.entities';

/**
 * Which post took part in a discussion; that it is the person as well who took part is asked where the rows are read. An
 * assistant was not there: for him nothing is said.
 */
export const participantAbilities: AbilityRules = ({ id, organisationId }, can) => {
  can('read', NoteParticipant, { organisationId, postId: id });
};
