import { ChildProcessFailed, type ChildProcessFailure } from '@patravali/child-process';
import { Refusal } from '@patravali/errors';

const RETRY_AFTER_S = 10;

/**
 * One job of the typesetter failed; the typesetter itself goes on. The reason `unfit`: what it was given cannot be set,
 * bound or signed; `closed`: the office is shutting down.
 */
export class TypesettingFailed extends Refusal {
  constructor(
    readonly reason: ChildProcessFailure,
    /** For the log, never for a person. */
    readonly detail = '',
  ) {
    super('typesetter-unavailable', {}, { retryAfter: RETRY_AFTER_S, cause: new Error(`${reason} ${detail}`.trim()) });
    this.name = 'TypesettingFailed';
  }
}

/** What a child process answers, or its failure as a refusal. @throws TypesettingFailed */
export async function orTypesettingFailed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof ChildProcessFailed ? new TypesettingFailed(error.reason, error.detail) : error;
  }
}
