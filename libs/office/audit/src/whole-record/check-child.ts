import { answerJobs, comeLast, type Progress } from '@patravali/child-process';
import { type CheckAnswer, type CheckOrder, checkAlone } from './check-alone';

const work = {
  check: async (order: CheckOrder, progress: Progress): Promise<CheckAnswer> => {
    // Not before: it takes its time to begin, and else it would take hours on a busy machine.
    if (!order.isAwaited) comeLast();
    return await checkAlone(order, progress);
  },
};
export type CheckWork = typeof work;

/** The process that checks the record, of which nobody else notices anything. */
answerJobs(work);
