export { JobsModule } from './jobs.module';
export { OfficeJobs } from './office-jobs';
export { TidyKeys } from './tidy-keys';
