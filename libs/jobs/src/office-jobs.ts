import { Injectable } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { MailJob, SendDispatchMail } from '@patravali/dispatch';
import { SweepObjects } from '@patravali/documents';
import { TidyKeys } from './tidy-keys';

/** Cron, in Indian time: at night, when nobody uploads; and a quarter past each hour. */
const NIGHTLY = '30 2 * * *';
const HOURLY = '15 * * * *';

/** The jobs of every area. Any number of processes may run them; each job is done by one. */
@Injectable()
export class OfficeJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly sendDispatchMail: SendDispatchMail,
    private readonly sweepObjects: SweepObjects,
    private readonly tidyKeys: TidyKeys,
  ) {}

  async start(): Promise<void> {
    await this.jobs.work('dispatch-mail', (data, attempt) =>
      this.sendDispatchMail.execute(MailJob.parse(data), attempt),
    );
    await this.jobs.work('sweep', async () => {
      await this.sweepObjects.execute();
      await this.sendDispatchMail.sendLeftBehind();
    });
    await this.jobs.work('tidy-keys', () => this.tidyKeys.execute());
    await this.jobs.schedule('sweep', NIGHTLY);
    await this.jobs.schedule('tidy-keys', HOURLY);
  }
}
