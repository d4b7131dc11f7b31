import { NOW, type Transaction } from '@patravali/database';
import type { NumberedDraft } from '@patravali/letters';
import { draftStateAfter } from '../draft/draft-lifecycle';
import { Draft } from '../draft/draft.entities';

/** For those who make the letter of a draft and sign it: they have locked its file. */
export async function lockNumberedDraft(tx: Transaction, id: string): Promise<NumberedDraft> {
  const { ordinal, state, version } = await tx.lock(Draft, { id });
  return {
    ordinal,
    state,
    becomeIssued: () =>
      tx.update(Draft, { id }, { state: draftStateAfter('issue', state), changedAt: NOW, version: version + 1 }),
  };
}
