import { answerJobs } from '@patravali/child-process';

/** Processor time of a step, in microseconds. */
const STEP_US = 200_000;

/** Asking for it takes time in the system as well. */
function usedUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

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
      await new Promise((resolve) => setImmediate(resolve));
      for (const until = usedUs() + STEP_US; usedUs() < until;);
    }
    return steps;
  },
};
export type BusyWork = typeof work;

answerJobs(work);
