import type { AbilityRules } from '@patravali/authorization';
import { QuickPhrase } from './quick-phrase.entity';

/**
 * Whoever works in a unit uses its phrases; its officers and administrators keep them. What a person keeps for himself is no matter of
 * any post.
 */
export const quickPhraseAbilities: AbilityRules = ({ organisationId, unitId, roles }, can) => {
  can('read', QuickPhrase, { organisationId, unitId });
  if (roles.includes('officer') || roles.includes('administrator')) {
    can('keep_phrases', QuickPhrase, { organisationId, unitId });
  }
};

export const assistantQuickPhraseAbilities: AbilityRules = ({ organisationId, unitId }, can) => {
  can('read', QuickPhrase, { organisationId, unitId });
};
