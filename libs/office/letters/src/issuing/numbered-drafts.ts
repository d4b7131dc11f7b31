import { Injectable } from '@nestjs/common';
import type { DraftState } from '@patravali/contract';
import type { Transaction } from '@patravali/database';

/** The locked draft of which a letter came. */
export interface NumberedDraft {
  readonly ordinal: number;
  readonly state: DraftState;
  /** Its letter is issued. */
  readonly becomeIssued: () => Promise<void>;
}

type LockDraft = (tx: Transaction, draftId: string) => Promise<NumberedDraft>;

/** A letter and its draft change together. The area of drafts stands above letters, and registers how a draft is locked. */
@Injectable()
export class NumberedDrafts {
  private lockDraft: LockDraft | undefined;

  register(lockDraft: LockDraft): void {
    this.lockDraft = lockDraft;
  }

  /** @throws Error while nobody has registered. */
  async lock(tx: Transaction, draftId: string): Promise<NumberedDraft> {
    if (!this.lockDraft) throw new Error('No area keeps the drafts of letters');
    return await this.lockDraft(tx, draftId);
  }
}
