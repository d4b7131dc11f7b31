import type { AbilityRules } from '@patravali/authorization';
import { QuickPhrase } from './quick-phrase.entity';

const OF_OFFICE = { userId: null, unitId: null };

/**
 * Whoever works in a unit uses its phrases and those of the office; its officers and administrators keep its own, administrators the office’s. What a person keeps for himself is no matter of
 * any post.
 */
export const quickPhraseAbilities: AbilityRules = ({ organisationId, unitId, roles }, can) => {
  can('read', QuickPhrase, { organisationId, unitId });
  can('read', QuickPhrase, { ...OF_OFFICE, organisationId });
  if (roles.includes('administrator')) can('keep_phrases', QuickPhrase, { ...OF_OFFICE, organisationId });
  if (roles.includes('officer') || roles.includes('administrator')) {
    can('keep_phrases', QuickPhrase, { organisationId, unitId });
  }
};

export const assistantQuickPhraseAbilities: AbilityRules = ({ organisationId, unitId }, can) => {
  can('read', QuickPhrase, { organisationId, unitId });
  can('read', QuickPhrase, { ...OF_OFFICE, organisationId });
};
