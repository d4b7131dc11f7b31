export { AuditModule } from './audit.module';
export { ListAuditedFiles } from './list-audited-files';
export { ListTimeline } from './list-timeline';
export { SearchEvents } from './search-events';
