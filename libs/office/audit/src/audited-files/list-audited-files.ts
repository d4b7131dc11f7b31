import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AuditedFile, ListAuditedFiles as ListAuditedFilesQuery, PageRows } from '@patravali/contract';
import { pageByKey, Parameters } from '@patravali/database';
import { FILES, foundBy, JOIN_SEARCH } from '@patravali/files';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { AUDITED_FILE, auditedFiles } from './audited-files';

/** In the order in which the office gave them their numbers. */
const NEWEST_FIRST = { column: 'f.computer_number', type: 'integer', direction: 'DESC' } as const;

/** The files of the units that a post audits: one statement a page. */
@Injectable()
export class ListAuditedFiles {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` for all but auditors. */
  @Serves('listAuditedFiles')
  async execute(actor: Actor, query: ListAuditedFilesQuery): Promise<PageRows<AuditedFile>> {
    refuseNonAuditor(actor);
    const parameters = new Parameters();
    const words = foundBy(query.q, parameters.bind);
    const list = {
      projection: AUDITED_FILE,
      source: words.length === 0 ? FILES : `${FILES} ${JOIN_SEARCH}`,
      where: [...auditedFiles(actor, query, parameters), ...words],
      parameters,
      order: NEWEST_FIRST,
      id: 'f.id',
      plannedEachTime: true,
    };
    return await pageByKey(this.database, list, query);
  }
}
