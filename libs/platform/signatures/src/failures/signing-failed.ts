import type { ChildProcessFailure } from '@patravali/child-process';
import { Refusal } from '@patravali/errors';
import type { SigningFailure } from './not-signed';

const RETRY_AFTER_S = 10;

/** What could not be done: a signature be made, or a key or certificate be read. */
export type UnavailableCode = 'signature-unavailable' | 'key-unavailable';

/** A process that signs or opens keys failed at one job; it goes on with the next. */
export class SigningUnavailable extends Refusal {
  constructor(
    readonly reason: ChildProcessFailure,
    /** For the log, never for a person; never a password. */
    readonly detail = '',
    code: UnavailableCode = 'signature-unavailable',
  ) {
    super(code, {}, { retryAfter: RETRY_AFTER_S, cause: new Error(`${reason} ${detail}`.trim()) });
    this.name = 'SigningUnavailable';
  }
}

/** Nothing was signed, for a reason that the caller can put into words; whoever does not gets a job that failed. */
export class SigningFailed extends SigningUnavailable {
  constructor(
    readonly why: SigningFailure,
    detail = '',
    code?: UnavailableCode,
  ) {
    super('unfit', `${why}: ${detail}`, code);
    this.name = 'SigningFailed';
  }
}
