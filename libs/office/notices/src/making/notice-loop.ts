import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { MakeNotices } from './make-notices';

const EVERY_MS = 400;

/** Where jobs are done, notices are made: oftener than a queue is looked at, so that they come within a second. */
@Injectable()
export class NoticeLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NoticeLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private busy = false;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobsInProcess'>,
    private readonly makeNotices: MakeNotices,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.jobsInProcess) return;
    this.timer = setInterval(() => {
      if (this.busy) return;
      this.busy = true;
      this.turn = this.makeNotices
        .execute()
        .catch((error: unknown) => this.logger.warn(error instanceof Error ? error.message : error))
        .finally(() => (this.busy = false));
    }, EVERY_MS);
  }

  /** While the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }
}
