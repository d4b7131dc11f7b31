import { ChildProcessFailed } from '@patravali/child-process';
import { NOT_SIGNED, type SigningFailure } from './not-signed';
import { SigningFailed, SigningUnavailable, type UnavailableCode } from './signing-failed';

const MESSAGE = new RegExp(`^${NOT_SIGNED}([a-z-]+): (.*)$`, 's');

/** What a child process answers, or its failure. @throws SigningFailed, SigningUnavailable */
export async function wrapSigningError<T>(answer: Promise<T>, code?: UnavailableCode): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ChildProcessFailed)) throw error;
    const [, why, detail] = MESSAGE.exec(error.detail) ?? [];
    if (why !== undefined) throw new SigningFailed(why as SigningFailure, detail, code);
    throw new SigningUnavailable(error.reason, error.detail, code);
  }
}
