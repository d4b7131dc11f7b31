import { performance } from 'node:perf_hooks';
import { Client } from 'pg';

/** Counts the statements that the API sends, by wrapping the driver. Sequential requests only. */
export const statements = { count: 0 };
const query = Reflect.get(Client.prototype, 'query') as (...all: unknown[]) => unknown;
Reflect.set(Client.prototype, 'query', function (this: Client, ...all: unknown[]) {
  statements.count += 1;
  return query.apply(this, all);
});

export interface Sample {
  /** Milliseconds. */
  readonly times: number[];
  /** Statements of the last round, and whether each round sent as many. */
  statements: number;
  steady: boolean;
}

/** Measures the two alternately, so that other load on the machine affects both. */
export async function interleaved(
  [small, large]: readonly [() => Promise<void>, () => Promise<void>],
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<readonly [Sample, Sample]> {
  const samples = [aSample(), aSample()] as const;
  for (let round = -warmUp; round < rounds; round++) {
    const first = round % 2 === 0;
    await measureOnce(first ? small : large, samples[first ? 0 : 1], round);
    await measureOnce(first ? large : small, samples[first ? 1 : 0], round);
  }
  return samples;
}

async function measureOnce(act: () => Promise<void>, sample: Sample, round: number): Promise<void> {
  const [begin, sent] = [performance.now(), statements.count];
  await act();
  if (round < 0) return;
  const counted = statements.count - sent;
  sample.steady &&= sample.times.length === 0 || sample.statements === counted;
  sample.statements = counted;
  sample.times.push(performance.now() - begin);
}

function aSample(): Sample {
  return { times: [], statements: 0, steady: true };
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
