import { answerJobs } from '@patravali/child-process';
import { bindPdfs } from './bind-pdfs';

const work = { bind: bindPdfs };
export type BindingWork = typeof work;

/** The process that parses what strangers sent: it lives for one job, under limits, and may be killed. */
answerJobs(work);
