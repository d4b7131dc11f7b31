import { Controller, Get } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import { Public } from '../requests/access.decorators';
import { Readiness } from './readiness';

const RETRY_AFTER_SECONDS = 5;

/** For supervisors: is the process alive, and can it do its work? Names the part that cannot, and says no more than that. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public()
  live() {
    return { status: 'live' };
  }

  /** @throws Refusal `database-unavailable`, `store-unavailable`, with the state of each part. */
  @Get('ready')
  @Public()
  async ready() {
    const report = await this.readiness.ask();
    const { database, store, jobs } = report;
    if (database === 'ready' && store === 'ready' && jobs === 'ready') return { status: 'ready', ...report };
    const code = store !== 'ready' && database === 'ready' ? 'store-unavailable' : 'database-unavailable';
    throw new Refusal(code, { ...report }, { retryAfter: RETRY_AFTER_SECONDS });
  }
}
