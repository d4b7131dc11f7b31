import type { ActingPost } from '@patravali/authorization';

/** What of a row is asked so that an auditor's post audits it, whose unit stands in `unitId`: nothing, where it audits all units. */
export function ofAuditedUnits({ auditedUnitIds }: Pick<ActingPost, 'auditedUnitIds'>): { unitId?: { $in: string[] } } {
  return auditedUnitIds.length === 0 ? {} : { unitId: { $in: [...auditedUnitIds] } };
}
