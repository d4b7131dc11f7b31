export { AuditModule } from './audit.module';
export { DrawSample } from './draw-sample';
export { FileAsOfQuery } from './file-as-of';
export { ListAuditedFiles } from './list-audited-files';
export { ListTimeline } from './list-timeline';
export { SearchEvents } from './search-events';
export { VerifyFile } from './verify-file';
export { CheckRecord, type RecordReport } from './whole-record/check-record';
export { CHECK_RECORD, NightlyCheck } from './whole-record/nightly-check';
