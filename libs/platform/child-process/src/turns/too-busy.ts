import { Refusal } from '@patravali/errors';

const SOONEST_S = 10;
const LATEST_S = 300;

/** So many pieces of work wait already, of this person or of all, that one more is not taken; or nobody waits for it any more. */
export class TooBusy extends Refusal {
  /** @param waitMs how long it will take, as far as one can tell, until what waits now has had its turn. */
  constructor(waitMs = 0, cause?: unknown) {
    const seconds = Math.min(Math.max(Math.ceil(waitMs / 1000), SOONEST_S), LATEST_S);
    super('too-busy', { seconds }, { retryAfter: seconds, cause });
    this.name = 'TooBusy';
  }
}
