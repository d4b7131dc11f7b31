import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import { AuditedFile, type ListAuditedFiles as ListAuditedFilesQuery, type PageRows } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { betweenDays, dayInIndia, midnightInIndia, pageByKey } from '@patravali/database';
import { FILE_ROW, FILES, foundBy, JOIN_SEARCH } from '@patravali/files';
import { unitRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { audited } from './audited';
import { refuseNonAuditor } from './refuse-non-auditor';

const ROW = FILE_ROW.with(AuditedFile.pick({ unit: true, openedAt: true, daysThere: true }).shape, {
  unit: unitRef('f.unit_id'),
  openedAt: 'f.created_at',
  daysThere: `CASE WHEN c.state <> 'closed' THEN india_today() - ${dayInIndia('c.since')} END`,
});

/** In the order in which the office gave them their numbers. */
const NEWEST_FIRST = { column: 'f.computer_number', type: 'integer', direction: 'DESC' } as const;

/** The files of the units that a post audits: one statement a page. */
@Injectable()
export class ListAuditedFiles {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` for all but auditors. */
  async execute(actor: Actor, query: ListAuditedFilesQuery): Promise<PageRows<AuditedFile>> {
    refuseNonAuditor(actor);
    const parameters = new Parameters();
    const { bind } = parameters;
    const { q, unitId, headId, categoryId, holderId, state, longerThan } = query;
    const words = foundBy(q, bind);
    const where = [
      `f.organisation_id = ${bind(actor.organisationId)}::uuid`,
      mayReadFile(actor, parameters),
      ...audited(actor, parameters, 'c'),
      ...words,
      ...(unitId === undefined ? [] : [`f.unit_id = ${bind(unitId)}`]),
      ...(headId === undefined ? [] : [`f.head_id = ${bind(headId)}`]),
      ...(categoryId === undefined ? [] : [`c.category_id = ${bind(categoryId)}`]),
      ...(holderId === undefined ? [] : [`c.holder_post_id = ${bind(holderId)}`]),
      ...(state === undefined ? [] : [`c.state = ${bind(state)}`]),
      ...(longerThan === undefined
        ? []
        : [`c.state <> 'closed'`, `c.since < ${midnightInIndia(`india_today() - ${bind(longerThan)}::integer`)}`]),
      ...betweenDays('f.created_at', { from: query.openedFrom, to: query.openedTo }, parameters),
    ];
    const source = words.length === 0 ? FILES : `${FILES} ${JOIN_SEARCH}`;
    const list = { projection: ROW, source, where, parameters, order: NEWEST_FIRST, id: 'f.id', plannedEachTime: true };
    return await pageByKey(this.database, list, query);
  }
}
