import { takesFiles } from '@patravali/contract';
import type { AbilityRules } from '@patravali/authorization';
import { dueTo } from '@patravali/custody';
import { ofAuditedUnits } from '@patravali/organisation';
import { Receipt } from './receipt.entity';

/**
 * Who may what with a receipt (domain: who may, in the first office). Conditions look only at the receipt's own row. In
 * the diary one sees what one may read and, by `read_register`, the lines of the unit for which one diarises.
 */
export const receiptAbilities: AbilityRules = (post, can) => {
  const { id, organisationId, unitId, roles } = post;
  can('read', Receipt, { organisationId, readerPostIds: id, ...dueTo(post) });
  if (roles.includes('auditor'))
    can(['read', 'list_who_saw'], Receipt, { organisationId, grading: 'normal', ...ofAuditedUnits(post) });

  if (roles.includes('dealing_hand') || roles.includes('dispatcher')) {
    can('create', Receipt, { organisationId, diarisedByPostId: id });
    can('read_register', Receipt, { organisationId, unitId, grading: 'normal' });
  }
  if (takesFiles({ roles })) {
    can(['open', 'forward', 'put_in_file', 'correct', 'complete'], Receipt, { organisationId, holderPostId: id });
    can(['return', 'redirect', 'list_who_saw'], Receipt, { organisationId, holderPostId: id });
    can('list_who_saw', Receipt, { organisationId, closedByPostId: id });
    can('pull_back', Receipt, { organisationId, senderPostId: id });
    // Of whom that is, its copy says.
    can('see_copy', Receipt, { organisationId, readerPostIds: id });
    can('correct', Receipt, { organisationId, diarisedByPostId: id });
  }
  if (roles.includes('officer')) {
    can('close', Receipt, { organisationId, holderPostId: id });
    // Who closed it, or stands above that post, the tree of posts says.
    can('reopen', Receipt, { organisationId, readerPostIds: id });
  }
};

/** A personal assistant reads the normal letters of the officer's post, and does nothing with them. */
export const assistantReceiptAbilities: AbilityRules = (post, can) => {
  const { id, organisationId } = post;
  can('read', Receipt, { organisationId, readerPostIds: id, grading: 'normal', ...dueTo(post) });
};
