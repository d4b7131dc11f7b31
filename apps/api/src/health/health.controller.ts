import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Jobs } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.decorators';

const RETRY_AFTER_SECONDS = 5;

/** For supervisors: is the process alive, and is everything there that it needs? Says no more than that. */
@Controller('health')
@ApiExcludeController()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @Get('live')
  @Public()
  live() {
    return { status: 'live' };
  }

  /** @throws Refusal `database-unavailable`, `store-unavailable`. */
  @Get('ready')
  @Public()
  async ready() {
    await need('database-unavailable', this.dataSource.query('SELECT 1'));
    await need('store-unavailable', this.store.check());
    await need('database-unavailable', this.jobs.check());
    return { status: 'ready', database: 'ready', store: 'ready', jobs: 'ready' };
  }
}

async function need(code: 'database-unavailable' | 'store-unavailable', check: Promise<unknown>): Promise<void> {
  try {
    await check;
  } catch (cause) {
    throw new Refusal(code, {}, { retryAfter: RETRY_AFTER_SECONDS, cause });
  }
}
