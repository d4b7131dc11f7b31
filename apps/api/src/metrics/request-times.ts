import { OPERATIONS } from '@patravali/contract';
import type { Metric, Sample } from './exposition';

/** Upper bounds of the buckets, in seconds. */
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MS_PER_SECOND = 1000;

/** The operations of the contract, by method and route. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(OPERATIONS).map(([id, { method, path }]) => [`${method} /api/v1${path}`, id] as const),
);

interface Times {
  readonly operation: string;
  readonly status: string;
  /** For each bound, how many took no longer. */
  readonly within: number[];
  sum: number;
  count: number;
}

/** How many requests each operation has answered with which status, and how long they took. It knows nobody and no thing. */
export class RequestTimes {
  private readonly times = new Map<string, Times>();

  note(answered: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly ms: number;
  }): void {
    const { method, route, ms } = answered;
    const operation = NAMES.get(`${method} ${route}`) ?? 'other';
    const times = this.timesOf(operation, String(answered.status));
    const seconds = ms / MS_PER_SECOND;
    for (const [index, bound] of BOUNDS.entries())
      if (seconds <= bound) times.within[index] = (times.within[index] ?? 0) + 1;
    times.sum += seconds;
    times.count++;
  }

  metric(): Metric {
    return {
      name: 'patravali_request_duration_seconds',
      help: 'How long requests took, by operation of the contract and status.',
      type: 'histogram',
      samples: [...this.times.values()].flatMap(samplesOf),
    };
  }

  private timesOf(operation: string, status: string): Times {
    const key = `${operation} ${status}`;
    const known = this.times.get(key);
    if (known) return known;
    const times: Times = { operation, status, within: BOUNDS.map(() => 0), sum: 0, count: 0 };
    this.times.set(key, times);
    return times;
  }
}

function samplesOf({ operation, status, within, sum, count }: Times): Sample[] {
  const labels = { operation, status };
  return [
    ...BOUNDS.map((bound, index): Sample => {
      return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: within[index] ?? 0 };
    }),
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ];
}
