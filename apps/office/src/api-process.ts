import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { causeIn } from './parts/log-cause';
import { LauncherRefusal } from './parts/sentences';
import { type Death, KeptProcess, type KeptProcessOptions } from './processes/kept-process';

const API_PROGRAM = join(__dirname, '..', '..', 'api', 'src', 'main.js');
/** Its word for waiting until any message comes. */
const WHEN_TOLD = '--when-told';
/** Of those by its own doing. */
const DEATHS_BEFORE_GIVING_UP = 3;
const ANSWERS_WITHIN_MS = 30_000;
/** How soon one is asked again that does not listen yet, and one that has said that it is not ready. */
const ASKED_AGAIN_AFTER_MS = { silent: 50, unready: 500 } as const;
/** After so many answers that it is not ready somebody should know. */
const TOLD_AFTER_ANSWERS = 20;

export interface ApiOptions extends Omit<KeptProcessOptions, 'program'> {
  /** Its address, from this machine. */
  readonly url: string;
  /** Called once when it runs, and has something to wait for. */
  readonly onUnready?: () => void;
}

/** The API's process, started again whenever it dies or stands still. */
export class ApiProcess {
  private readonly process: KeptProcess;
  private deaths = 0;

  constructor(private readonly options: ApiOptions) {
    const onDeath = (death: Death): void => {
      if (death.isOwnDoing) this.deaths++;
      options.onDeath(death);
    };
    this.process = new KeptProcess({ ...options, program: [API_PROGRAM, WHEN_TOLD], onDeath });
  }

  /**
   * @param prepared when it may begin to work. Until then it loads its program, which takes a second of its own: the
   * database can be prepared meanwhile.
   */
  start(prepared?: Promise<void>): void {
    this.process.start(prepared);
  }

  /** What it needs was away: that it died is no fault of its own. */
  excuse(): void {
    this.deaths = 0;
  }

  /**
   * Resolves once the server reports that it is ready, however long that takes while it lives.
   * @throws LauncherRefusal with the cause in the server's log when it keeps dying by its own doing.
   */
  async ready(stop: AbortSignal): Promise<void> {
    for (let unready = 0; ;) {
      const answer = await this.answer(stop);
      if (answer === 'ready') return;
      stop.throwIfAborted();
      if (this.deaths >= DEATHS_BEFORE_GIVING_UP) {
        const { log } = this.options;
        throw new LauncherRefusal('apiNeverReady', { log, tail: causeIn(this.process.log.sinceOpened()) });
      }
      if (answer === 'unready' && ++unready === TOLD_AFTER_ANSWERS) this.options.onUnready?.();
      await sleep(ASKED_AGAIN_AFTER_MS[answer]);
    }
  }

  /** Lets running requests finish, then stops the server; kills it when that takes too long. */
  async stop(): Promise<void> {
    await this.process.stop();
  }

  private async answer(stop: AbortSignal): Promise<'ready' | 'unready' | 'silent'> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(ANSWERS_WITHIN_MS), stop]);
      const answer = await fetch(`${this.options.url}/health/ready`, { signal });
      await answer.body?.cancel();
      return answer.ok ? 'ready' : 'unready';
    } catch {
      return 'silent';
    }
  }
}
