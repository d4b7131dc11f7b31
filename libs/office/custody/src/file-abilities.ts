import type { AbilityRules } from '@patravali/authorization';
import { HOLDING_ROLES, ofAuditedUnits } from '@patravali/organisation';
import { FileCustody } from './file-custody.entity';

/** Who may what with a file (domain: who may, in the first office). Conditions look only at the custody row itself. */
export const fileAbilities: AbilityRules = (post, can) => {
  const { id, organisationId, roles } = post;
  const holds = { organisationId, holderPostId: id };
  can('read', FileCustody, { organisationId, readerPostIds: id });
  can('follow', FileCustody, { organisationId, readerPostIds: id });
  if (roles.includes('auditor'))
    can(['read', 'follow', 'list_who_saw'], FileCustody, {
      organisationId,
      grading: 'normal',
      ...ofAuditedUnits(post),
    });

  if (roles.some((role) => HOLDING_ROLES.includes(role))) {
    can(['open', 'note', 'confirm_note', 'forward', 'return', 'add_receipt', 'correct_cover'], FileCustody, holds);
    can(['put_up_for_correction', 'return_correction'], FileCustody, holds);
    can(['pull_back', 'ask_recall', 'withdraw_recall'], FileCustody, { organisationId, senderPostId: id });
    can(['agree_recall', 'refuse_recall'], FileCustody, holds);
    can(['park', 'take_up', 'stop_clock', 'start_clock'], FileCustody, holds);
    can(['link', 'unlink', 'attach', 'detach', 'incorporate'], FileCustody, holds);
    can(['consult', 'withdraw_consultation'], FileCustody, holds);
    can('list_who_saw', FileCustody, holds);
    can('list_who_saw', FileCustody, { organisationId, closedByPostId: id });
    can('remind', FileCustody, { organisationId, senderPostId: id });
    // Of the superiors of its holder: see `mayRemind`.
    can('remind', FileCustody, { organisationId, readerPostIds: id, grading: 'normal' });
    can('read_note_in_writing', FileCustody, holds);
    can('read_note_in_writing', FileCustody, { organisationId, senderPostId: id, forCorrection: true });
  }
  if (roles.includes('dealing_hand') || roles.includes('officer')) {
    can('create', FileCustody, holds);
    can(['put_up_draft', 'open_volume', 'redact'], FileCustody, holds);
    // What is asked for under the RTI Act lies on closed files more often than not.
    can('redact', FileCustody, { organisationId, closedByPostId: id });
    // Of a file on another desk.
    can('open_part', FileCustody, { organisationId, readerPostIds: id });
  }
  if (roles.includes('officer')) {
    can(['decide', 'close', 'approve', 'issue', 'regrade'], FileCustody, holds);
    // From the desk of a post below: `refuseUnlessAbove` asks who that is.
    can('pull_up', FileCustody, { organisationId, readerPostIds: id, grading: 'normal' });
    can(['put_in_call_book', 'review_call_book', 'take_out_of_call_book'], FileCustody, holds);
    can('reopen', FileCustody, { organisationId, closedByPostId: id });
  }
};

/**
 * What a personal assistant may do on the post of an officer: read what is normal, write its yellow note and put up its
 * drafts. Whatever is not granted here is the officer's alone.
 */
export const assistantFileAbilities: AbilityRules = ({ id, organisationId }, can) => {
  can('read', FileCustody, { organisationId, readerPostIds: id, grading: 'normal' });
  const normal = { organisationId, grading: 'normal' };
  can(['open', 'note', 'put_up_draft', 'read_note_in_writing'], FileCustody, { ...normal, holderPostId: id });
  can('read_note_in_writing', FileCustody, { ...normal, senderPostId: id, forCorrection: true });
};
