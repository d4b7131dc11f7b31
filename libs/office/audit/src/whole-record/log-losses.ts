import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LogLosses } from '@patravali/contract';
import { logDatabase, lossesOfLog, lossesOfSubjects } from '@patravali/ledger';
import { Serves } from '@patravali/operations';
import { DataSource } from 'typeorm';
import { auditedSubjects } from '../scope/audited-subjects';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';

/** What the log of the office says to be lost, for whoever audits it. */
@Injectable()
export class LogLossesQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Refusal `not-allowed` for all but auditors. */
  @Serves('getLogLosses')
  async ofOffice(actor: Actor): Promise<LogLosses> {
    refuseNonAuditor(actor);
    return { items: await lossesOfLog(logDatabase(this.dataSource)) };
  }

  /** Of the file and what lies on it. @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors. */
  @Serves('getFileLosses')
  async ofFile(actor: Actor, fileId: string): Promise<LogLosses> {
    const subjectIds = await auditedSubjects(this.dataSource, actor, fileId);
    return { items: await lossesOfSubjects(logDatabase(this.dataSource), subjectIds) };
  }
}
