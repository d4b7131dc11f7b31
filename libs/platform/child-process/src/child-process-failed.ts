/**
 * Why a child process gave no answer. `late`: the job took more than it may. `starved`: the machine did not give it the
 * processor in the time that it had, or all processes together took more of the memory than they may.
 * `died`: its process ended, for instance at its memory limit. `unfit`: the child refused what it was given. `closed`:
 * the queue takes nothing more. `unwanted`: whoever asked wants no answer any more.
 */
export type ChildProcessFailure = 'late' | 'starved' | 'died' | 'unfit' | 'closed' | 'unwanted';

/** One job failed; the queue goes on with the next. */
export class ChildProcessFailed extends Error {
  constructor(
    readonly reason: ChildProcessFailure,
    /** For the log, never for a person. */
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`.trim());
    this.name = 'ChildProcessFailed';
  }
}
