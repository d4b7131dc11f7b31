import { AsyncLocalStorage } from 'node:async_hooks';

/** On what a request may wait. */
export type SpentOn = 'database' | 'store';

/** How long a request has waited on each, in milliseconds: what it asked at once is counted once. */
export class TimeSpent {
  private readonly on = { database: new Stopwatch(), store: new Stopwatch() };

  watch(on: SpentOn): Stopwatch {
    return this.on[on];
  }

  ms(on: SpentOn): number {
    return this.on[on].ms;
  }
}

class Stopwatch {
  ms = 0;
  private under = 0;
  private since = 0;

  begin(): void {
    if (this.under++ === 0) this.since = performance.now();
  }

  end(): void {
    if (--this.under === 0) this.ms += performance.now() - this.since;
  }
}

const current = new AsyncLocalStorage<TimeSpent>();

/** Whatever `work` begins is counted there. */
export function countingTime<T>(spent: TimeSpent, work: () => T): T {
  return current.run(spent, work);
}

/** For what is not over when its call returns: to be begun, and ended once. Undefined where no request waits for it. */
export const stopwatchOf = (on: SpentOn): Pick<Stopwatch, 'begin' | 'end'> | undefined => current.getStore()?.watch(on);

/** Counts how long this takes for the request that waits for it, if there is one. */
export function spending<T>(on: SpentOn, work: () => T): T {
  const watch = current.getStore()?.watch(on);
  if (!watch) return work();
  watch.begin();
  return untilSettled(watch, work);
}

function untilSettled<T>(watch: Stopwatch, work: () => T): T {
  let result: T;
  try {
    result = work();
  } catch (error) {
    watch.end();
    throw error;
  }
  if (!(result instanceof Promise)) {
    watch.end();
    return result;
  }
  const end = () => watch.end();
  result.then(end, end);
  return result;
}

/** The service with the time of each of its calls counted: of one that `outsideTransactions` has made, whose methods are its own. */
export function timed<T extends object>(on: SpentOn, service: T): T {
  const counted = Object.entries(service).map(([name, member]: [string, unknown]) => {
    const call = member as (...values: unknown[]) => unknown;
    return [name, (...values: unknown[]) => spending(on, () => call(...values))] as const;
  });
  return Object.fromEntries(counted) as T;
}
