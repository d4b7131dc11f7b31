import type { AbilityRules } from '@patravali/authorization';
import { CaseCategory } from './case-category.entity';

/** Administrators keep the kinds of cases; whoever works in the office may know them. */
export const channelAbilities: AbilityRules = ({ organisationId, roles }, can) => {
  if (roles.includes('administrator')) can('keep_case_categories', CaseCategory, { organisationId });
};
