import { ProblemError } from './problem-error';

const FIRST_FAULT_OF_SERVER = 500;

/**
 * The idempotency keys of acts whose outcome is not known yet. Who asks for the very same thing again gives the same key,
 * wherever on the page and from whichever dialog, so that it never happens twice.
 */
const unanswered = new Map<string, string>();

/** The key of this act: the one it had, if nobody knows yet what became of it. */
export function keyOfAct(act: string): string {
  const key = unanswered.get(act) ?? crypto.randomUUID();
  unanswered.set(act, key);
  return key;
}

/** What became of the act is known. */
export function answered(act: string): void {
  unanswered.delete(act);
}

/** Whether this failure says what became of the act: a fault of the server or of the line does not. */
export function saysWhatBecame(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < FIRST_FAULT_OF_SERVER;
}
