import { ChildProcessFailed } from '@patravali/child-process';
import { orTypesettingFailed } from '../typesetting-failed';
import { SIGNING_FAILED, SigningFailed, type SigningFailure } from './signing-failed';

const MESSAGE = new RegExp(`^${SIGNING_FAILED}([a-z-]+): (.*)$`, 's');

/** What a child process answers, or its failure. @throws SigningFailed, TypesettingFailed */
export async function orSigningFailed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const [, reason, detail] = (error instanceof ChildProcessFailed ? MESSAGE.exec(error.detail) : null) ?? [];
    if (reason !== undefined) throw new SigningFailed(reason as SigningFailure, detail, { cause: error });
    return await orTypesettingFailed(answer);
  }
}
