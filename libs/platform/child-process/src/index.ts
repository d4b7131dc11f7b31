export { answerJobs, type Progress, type Work } from './answer-jobs';
export { atMost } from './at-most';
export { ChildProcessFailed, type ChildProcessFailure } from './child-process-failed';
export { ChildProcessQueue, type JobOptions, type QueueOptions } from './child-process-queue';
export { type Run, runChild, type RunLimits } from './run-child';
export type { ChildLimits } from './start-child';
