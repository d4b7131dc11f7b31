import type { AbilityRules } from '@patravali/authorization';
import { Document } from './document.entity';

/** Whoever diarises uploads. A document's other readers are those of what it belongs to. */
export const documentAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  const own = { organisationId, uploadedByPostId: id };
  can('read', Document, own);
  if (roles.includes('dealing_hand') || roles.includes('dispatcher')) can('upload', Document, own);
};
