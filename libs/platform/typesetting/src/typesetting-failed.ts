import { Refusal } from '@patravali/errors';

/**
 * Why the press made nothing. `busy`: too many jobs wait already. `late`: the job took longer than it may. `died`: its
 * process ended, for instance at its memory limit. `unfit`: what it was given cannot be set, composed or signed.
 * `closed`: the office is shutting down.
 */
export type PressFailure = 'busy' | 'late' | 'died' | 'unfit' | 'closed';

const RETRY_AFTER_S = 10;

/** One job of the press failed; the press itself goes on. */
export class PressFailed extends Refusal {
  constructor(
    readonly reason: PressFailure,
    /** For the log, never for a person. */
    readonly detail = '',
  ) {
    super('press-unavailable', {}, { retryAfter: RETRY_AFTER_S, cause: new Error(`${reason} ${detail}`.trim()) });
    this.name = 'PressFailed';
  }
}
