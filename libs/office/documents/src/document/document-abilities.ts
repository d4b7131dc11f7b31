import type { AbilityRules } from '@patravali/authorization';
import { Document } from './document.entity';

/** Whoever diarises uploads, and administrators what goes with templates. A document's other readers are those of what it belongs to. */
export const documentAbilities: AbilityRules = ({ id, organisationId, roles }, can) => {
  const own = { organisationId, uploadedByPostId: id };
  can('read', Document, own);
  if ((['dealing_hand', 'dispatcher', 'administrator'] as const).some((role) => roles.includes(role)))
    can('upload', Document, own);
};
