import { Module } from '@nestjs/common';
import { NotesModule } from '@patravali/notes';
import { DrawSample } from './draw-sample';
import { FileAsOfQuery } from './file-as-of';
import { ListAuditedFiles } from './list-audited-files';
import { ListTimeline } from './list-timeline';
import { LogLossesQuery } from './log-losses';
import { SearchEvents } from './search-events';
import { VerifyFile } from './verify-file';

const QUERIES = [DrawSample, FileAsOfQuery, ListAuditedFiles, ListTimeline, LogLossesQuery, SearchEvents, VerifyFile];

/** The auditor's desk: what auditors look through. It owns no table and changes nothing but the record of its own searches and verifications. */
@Module({ imports: [NotesModule], providers: QUERIES, exports: QUERIES })
export class AuditModule {}
