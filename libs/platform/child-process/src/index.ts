export { answerJobs, type Progress, type Work } from './answer-jobs';
export { ChildProcessFailed, type ChildProcessFailure } from './child-process-failed';
export { ChildProcessQueue, type QueuedJobOptions, type QueueOptions } from './child-process-queue';
export { type TextAnswer, TextChild, type TextChildOptions } from './text-child';
export type { JobLimits } from './job-watch';
export type { ChildLimits } from './start-child';
export { onBehalfOf } from './turns/asker';
export { TooBusy } from './turns/too-busy';
export { type TurnPlace, Turns } from './turns/turns';
