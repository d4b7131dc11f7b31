import type { AbilityRules } from '@patravali/authorization';
import { DraftTemplate } from './draft-template.entity';

/** Whoever works in the office reads its templates, and those of his unit. */
export const templateAbilities: AbilityRules = ({ organisationId, unitId }, can) => {
  can('read', DraftTemplate, { organisationId, unitId: null });
  can('read', DraftTemplate, { organisationId, unitId });
};
