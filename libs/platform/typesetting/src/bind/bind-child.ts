import { answerJobs } from './answer-jobs';
import { composeFile } from './compose-file';

/** The process that parses what strangers sent: it lives for one job, under limits, and may be killed. */
answerJobs({ compose: composeFile });
