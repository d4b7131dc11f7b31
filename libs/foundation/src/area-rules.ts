import type { AbilityRules } from '@patravali/authorization';
import { consultationAbilities } from '@patravali/consultations';
import { prepares, type TenureKind } from '@patravali/contract';
import { assistantFileAbilities, fileAbilities } from '@patravali/custody';
import { assistantReceiptAbilities, receiptAbilities } from '@patravali/dak';
import { documentAbilities } from '@patravali/documents';
import { assistantCommentAbilities, commentAbilities, draftAbilities } from '@patravali/drafts';
import { issueAbilities } from '@patravali/letters';
import { channelAbilities, templateAbilities } from '@patravali/organisation';
import { assistantQuickPhraseAbilities, participantAbilities, quickPhraseAbilities } from '@patravali/notes';

/** Who may do what, of every area of the office. */
export const AREA_RULES: readonly AbilityRules[] = [
  fileAbilities,
  receiptAbilities,
  documentAbilities,
  draftAbilities,
  commentAbilities,
  issueAbilities,
  quickPhraseAbilities,
  participantAbilities,
  consultationAbilities,
  channelAbilities,
  templateAbilities,
];

/** All that a personal assistant may do: an area that says nothing here allows nothing. */
export const ASSISTANT_RULES: readonly AbilityRules[] = [
  assistantFileAbilities,
  assistantReceiptAbilities,
  assistantQuickPhraseAbilities,
  assistantCommentAbilities,
];

export function rulesFor(capacity: TenureKind): readonly AbilityRules[] {
  return prepares(capacity) ? ASSISTANT_RULES : AREA_RULES;
}
