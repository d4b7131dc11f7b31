/** What can be wrong with what is verified; `command/words` says it in two languages. */
export type WrongCode =
  | 'bundle-unreadable'
  | 'chain-broken'
  | 'change-of-other-log'
  | 'changes-unreadable'
  | 'checkpoint-contradicts'
  | 'checkpoint-missing'
  | 'checkpoint-of-other-log'
  | 'checkpoint-unreadable'
  | 'checkpoint-unsigned'
  | 'copy-of-other-document'
  | 'cosignature-missing'
  | 'document-misnamed'
  | 'document-of-no-event'
  | 'document-undeclared'
  | 'entries-missing'
  | 'entries-rewritten'
  | 'entries-unreadable'
  | 'entry-changed'
  | 'entry-of-other-event'
  | 'entry-unreadable'
  | 'event-gap'
  | 'event-misplaced'
  | 'event-unreadable'
  | 'events-missing'
  | 'file-changed'
  | 'file-missing'
  | 'file-unexpected'
  | 'file-unlisted'
  | 'form-older'
  | 'kept-differs'
  | 'kept-larger'
  | 'kept-unreadable'
  | 'kept-unsigned'
  | 'key-unannounced'
  | 'key-unsigned'
  | 'keys-disordered'
  | 'keys-missing'
  | 'left-out-of-no-event'
  | 'loss-contradicts'
  | 'loss-untold'
  | 'lost-key-differs'
  | 'manifest-missing'
  | 'manifest-unreadable'
  | 'pdf-of-no-event'
  | 'proof-unreadable'
  | 'proof-wrong'
  | 'root-differs'
  | 'row-changed'
  | 'row-deleted'
  | 'row-number-twice'
  | 'row-numbers-disordered'
  | 'row-of-no-event'
  | 'row-twice'
  | 'rows-of-other-event'
  | 'rows-unreadable'
  | 'target-unreadable'
  | 'tile-changed'
  | 'tile-missing'
  | 'tile-unreadable'
  | 'time-backwards'
  | 'witnessed-differs';

export type Particulars = Readonly<Record<string, string | number>>;

/** Verifying ends at the first thing that is wrong. */
export class Wrong extends Error {
  constructor(
    readonly code: WrongCode,
    readonly particulars: Particulars = {},
  ) {
    super(code);
    this.name = 'Wrong';
  }
}
