import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule } from '@patravali/documents';
import { OfficeJobs } from './office-jobs';
import { TidyKeys } from './tidy-keys';

/** Runs the jobs in the process that imports it, if the configuration lets that process do so. */
@Module({ imports: [DispatchModule, DocumentsModule], providers: [OfficeJobs, TidyKeys], exports: [OfficeJobs] })
export class JobsModule implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'jobsInProcess'>,
    private readonly officeJobs: OfficeJobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.jobsInProcess) await this.officeJobs.start();
  }
}
