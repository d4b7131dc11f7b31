import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { warmInspectors } from './inspection';
import { clearSpool, spoolFolder } from './spool/spool-folder';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Removes the files of uploads and puts that died with their process: when a process of the office starts, and every hour, since
 * each works on a folder of its own machine. What living processes write is left alone.
 */
@Injectable()
export class ClearRemains implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ClearRemains.name);
  private hourly: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.execute();
    this.hourly = setInterval(() => void this.execute(), HOUR_MS).unref();
  }

  /** With the inspectors go the folders in which they find their documents. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.hourly);
    await warmInspectors.close();
  }

  /** Never fails: the office works beside remains too. */
  async execute(): Promise<void> {
    try {
      await clearSpool(spoolFolder(this.config.dataFolder));
      await this.store.removeUnfinished(new Date(Date.now() - HOUR_MS));
    } catch (error) {
      this.logger.warn(`remains not cleared: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
