import type { AbilityRules } from '@patravali/authorization';
import { receiptAbilities } from '@patravali/correspondence';
import { issueAbilities } from '@patravali/dispatch';
import { documentAbilities } from '@patravali/documents';
import { draftAbilities } from '@patravali/drafts';
import { fileAbilities } from '@patravali/files';

/** Who may do what, of every area of the office. */
export const AREA_RULES: readonly AbilityRules[] = [
  fileAbilities,
  receiptAbilities,
  documentAbilities,
  draftAbilities,
  issueAbilities,
];
