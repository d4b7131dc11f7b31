import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DrawSample } from './audited-files/draw-sample';
import { FileAsOfQuery } from './audited-files/file-as-of';
import { ListAuditedFiles } from './audited-files/list-audited-files';
import { ListTimeline } from './events/list-timeline';
import { LogLossesQuery } from './whole-record/log-losses';
import { SEAL_OLD_ROWS, SealOldRows } from './rows/seal-old-rows';
import { SearchEvents } from './events/search-events';
import { VerifyFile } from './audited-files/verify-file';
import { CheckRecord } from './whole-record/check-process';
import { LastCheck } from './whole-record/last-check';
import { CHECK_RECORD, NightlyCheck } from './whole-record/nightly-check';

const QUERIES = [DrawSample, FileAsOfQuery, ListAuditedFiles, ListTimeline, LogLossesQuery, SearchEvents, VerifyFile];
const CHECKS = [CheckRecord, LastCheck, NightlyCheck, SealOldRows];

/** The auditor's desk: what auditors look through, and the check of the whole record. It owns no table and changes nothing but the record of its own searches and checks. */
@Module({ providers: [...QUERIES, ...CHECKS], exports: [...QUERIES, ...CHECKS] })
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly nightlyCheck: NightlyCheck,
    private readonly sealOldRows: SealOldRows,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CHECK_RECORD, () => this.nightlyCheck.executeIfDue());
    this.jobs.register(SEAL_OLD_ROWS, () => this.sealOldRows.execute());
  }
}
