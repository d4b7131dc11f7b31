export { AuditModule } from './audit.module';
export { DrawSample } from './draw-sample';
export { FileAsOfQuery } from './file-as-of';
export { ListAuditedFiles } from './list-audited-files';
export { ListTimeline } from './list-timeline';
export { LogLossesQuery } from './log-losses';
export { SearchEvents } from './search-events';
export { VerifyFile } from './verify-file';
