import { Refusal } from '@patravali/errors';

const RETRY_AFTER_S = 10;

/** So many pieces of work wait already, of this person or of all, that one more is not taken; or nobody waits for it any more. */
export class TooBusy extends Refusal {
  constructor(cause?: unknown) {
    super('too-busy', {}, { retryAfter: RETRY_AFTER_S, cause });
    this.name = 'TooBusy';
  }
}
