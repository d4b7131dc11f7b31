import { Module } from '@nestjs/common';
import { ListAuditedFiles } from './list-audited-files';
import { ListTimeline } from './list-timeline';

const QUERIES = [ListAuditedFiles, ListTimeline];

/** The auditor's desk: what auditors look through. It owns no table and changes nothing. */
@Module({ providers: QUERIES, exports: QUERIES })
export class AuditModule {}
