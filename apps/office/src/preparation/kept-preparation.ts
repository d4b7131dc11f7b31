import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherRefusal } from '../parts/sentences';
import { RestartPause } from '../processes/restart-pause';
import type { Preparation } from './run-preparation';

/** Prepares the database, and does so again when that was killed, or the database died over it. */
export class KeptPreparation {
  private current: Preparation;
  private readonly stopping = new AbortController();
  private readonly pause = new RestartPause();
  /** @throws LauncherRefusal */
  readonly done: Promise<void>;

  /** @param deaths how often the database has died so far. */
  constructor(
    private readonly begin: () => Preparation,
    private readonly deaths: () => number,
  ) {
    this.current = begin();
    this.done = this.keep();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.current.stop();
  }

  private async keep(): Promise<void> {
    for (;;) {
      const deaths = this.deaths();
      try {
        await this.current.done;
        return;
      } catch (error) {
        const isKilled = error instanceof LauncherRefusal && error.code === 'databasePreparationEnded';
        if (this.isStopping() || !(isKilled || this.deaths() > deaths)) throw error;
        await sleep(this.pause.next(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
        if (this.isStopping()) throw error;
        this.current = this.begin();
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }
}
