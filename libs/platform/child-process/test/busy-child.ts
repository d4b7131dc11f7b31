import { answerJobs } from '@patravali/child-process';

/** A child that does what tests want it to do. */
const work = {
  echo: (text: string) => text,
  environment: () => Object.keys(process.env),
  whoAmI: () => process.pid,
  refuse: (why: string) => {
    throw new Error(why);
  },
  hang: () => new Promise<never>(() => setInterval(() => undefined, 1000)),
  hog: () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
  },
  burn: () => {
    for (;;);
  },
  step: async (steps: number, progress: (step: number) => void) => {
    for (let step = 1; step <= steps; step++) {
      progress(step);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    return steps;
  },
};
export type BusyWork = typeof work;

answerJobs(work);
