import { ChildProcessFailed } from '@patravali/child-process';
import { orTypesettingFailed } from '../typesetting-failed';
import { NOT_SIGNED, type SigningFailure } from './not-signed';
import { SigningFailed } from './signing-failed';

const MESSAGE = new RegExp(`^${NOT_SIGNED}([a-z-]+): (.*)$`, 's');

/** What a child process answers, or its failure. @throws SigningFailed, TypesettingFailed */
export async function wrapSigningError<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const [, why, detail] = (error instanceof ChildProcessFailed ? MESSAGE.exec(error.detail) : null) ?? [];
    if (why !== undefined) throw new SigningFailed(why as SigningFailure, detail);
    return await orTypesettingFailed(answer);
  }
}
