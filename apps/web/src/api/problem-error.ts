import type { Problem } from '@patravali/contract';

/** The server refused or failed, and said why in a sentence. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** No answer came: the line is down, or the office is not running. Nothing is known of what happened. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}
