import { TypesettingFailed } from '../typesetting-failed';
import type { SigningFailure } from './not-signed';

/** Nothing was signed, for a reason that the caller can put into words; whoever does not gets a job of the typesetter that failed. */
export class SigningFailed extends TypesettingFailed {
  constructor(
    readonly why: SigningFailure,
    /** For the log, never for a person; never a password. */
    detail = '',
  ) {
    super('unfit', `${why}: ${detail}`);
    this.name = 'SigningFailed';
  }
}
