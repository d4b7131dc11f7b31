import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric, Sample } from './exposition';

const LOOKED_AT_EVERY_MS = 20;
const NS_PER_SECOND = 1e9;
const MICROSECONDS_PER_SECOND = 1e6;

/** What the pool of connections tells of itself. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max?: number };
}

/** Of this process: how late its event loop is, what it uses, and its connections to the database. */
export class ProcessMetrics {
  private readonly delay = monitorEventLoopDelay({ resolution: LOOKED_AT_EVERY_MS });

  constructor(private readonly pool: () => PoolState) {
    this.delay.enable();
  }

  end(): void {
    this.delay.disable();
  }

  metrics(): Metric[] {
    const { user, system } = process.cpuUsage();
    return [
      gauge(
        'patravali_event_loop_delay_seconds',
        'How late the event loop was since this was asked last.',
        this.delays(),
      ),
      {
        name: 'patravali_processor_seconds_total',
        help: 'Processor time that the server has used.',
        type: 'counter',
        samples: [{ value: (user + system) / MICROSECONDS_PER_SECOND }],
      },
      gauge('patravali_resident_memory_bytes', 'What the server occupies in memory.', [
        { value: process.memoryUsage.rss() },
      ]),
      gauge(
        'patravali_database_connections',
        'Connections of the server to the database, and requests that wait for one.',
        this.connections(),
      ),
    ];
  }

  private delays(): Sample[] {
    const { delay } = this;
    const values = { p50: delay.percentile(50), p99: delay.percentile(99), max: delay.max };
    const isEmpty = delay.count === 0;
    delay.reset();
    return Object.entries(values).map(([quantile, ns]) => ({
      labels: { quantile },
      value: isEmpty ? 0 : Math.max(ns / NS_PER_SECOND - LOOKED_AT_EVERY_MS / 1000, 0),
    }));
  }

  private connections(): Sample[] {
    const { totalCount, idleCount, waitingCount, options } = this.pool();
    const states = { most: options.max ?? 0, used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
    return Object.entries(states).map(([state, value]) => ({ labels: { state }, value }));
  }
}

export const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  help,
  type: 'gauge',
  samples,
});
