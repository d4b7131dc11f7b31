import { ProblemError, Unreachable } from '../../api/problem-error';
import type { SaveFailure } from './autosave';

/** The server holds another text than the one that was written over. */
const OTHER_TEXT: readonly string[] = ['changed-meanwhile', 'note-being-written', 'no-note'];
const SERVER_DOWN = 500;

export function failureOf(error: unknown): SaveFailure {
  if (error instanceof Unreachable) return 'offline';
  if (!(error instanceof ProblemError)) return 'refused';
  if (OTHER_TEXT.includes(error.problem.code)) return 'stale';
  return error.problem.status >= SERVER_DOWN ? 'offline' : 'refused';
}
