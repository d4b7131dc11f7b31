import type { Actor } from '@patravali/authorization';
import { AuditedFile, type ListAuditedFiles } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { betweenDays, dayInIndia, midnightInIndia, type Parameters } from '@patravali/database';
import { FILE_ROW } from '@patravali/files';
import { unitRef } from '@patravali/organisation';
import { inAuditScope } from '../scope/audit-scope';

/** The contract's `AuditedFile`, from `FILES`. */
export const AUDITED_FILE = FILE_ROW.with(AuditedFile.pick({ unit: true, openedAt: true, daysThere: true }).shape, {
  unit: unitRef('f.unit_id'),
  openedAt: 'f.created_at',
  daysThere: `CASE WHEN c.state <> 'closed' THEN india_today() - ${dayInIndia('c.since')} END`,
});

/** Which files, but for the words. */
type Filters = Partial<Omit<ListAuditedFiles, 'q' | 'cursor' | 'limit'>>;

/** The files that a post audits, as far as these filters let them through: conditions on `FILES`. */
export function auditedFiles(actor: Actor, filters: Filters, parameters: Parameters): string[] {
  const { bind } = parameters;
  const { unitId, headId, categoryId, holderId, state, longerThan, openedFrom, openedTo } = filters;
  return [
    `f.organisation_id = ${bind(actor.organisationId)}::uuid`,
    mayReadFile(actor, parameters),
    ...inAuditScope(actor, parameters, 'c'),
    ...(unitId === undefined ? [] : [`f.unit_id = ${bind(unitId)}`]),
    ...(headId === undefined ? [] : [`f.head_id = ${bind(headId)}`]),
    ...(categoryId === undefined ? [] : [`c.category_id = ${bind(categoryId)}`]),
    ...(holderId === undefined ? [] : [`c.holder_post_id = ${bind(holderId)}`]),
    ...(state === undefined ? [] : [`c.state = ${bind(state)}`]),
    ...(longerThan === undefined
      ? []
      : [`c.state <> 'closed'`, `c.since < ${midnightInIndia(`india_today() - ${bind(longerThan)}::integer`)}`]),
    ...betweenDays('f.created_at', { from: openedFrom, to: openedTo }, parameters),
  ];
}
