import type { AbilityRules } from '@patravali/authorization';
import { fileAbilities } from '@patravali/custody';
import { receiptAbilities } from '@patravali/dak';
import { issueAbilities } from '@patravali/dispatch';
import { documentAbilities } from '@patravali/documents';
import { draftAbilities } from '@patravali/drafts';

/** Who may do what, of every area of the office. */
export const AREA_RULES: readonly AbilityRules[] = [
  fileAbilities,
  receiptAbilities,
  documentAbilities,
  draftAbilities,
  issueAbilities,
];
