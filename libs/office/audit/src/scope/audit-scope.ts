import type { Actor } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';

/**
 * What the post audits, as conditions on a row with `unit_id` and `grading`. A post may read more by being something else as well;
 * that is none of its auditing. Whether it may read a row at all, the rules say beside this.
 */
export function inAuditScope({ post }: Pick<Actor, 'post'>, { bind }: Parameters, alias: string): string[] {
  const units = post.auditedUnitIds;
  return [
    `${alias}.grading = 'normal'`,
    ...(units.length === 0 ? [] : [`${alias}.unit_id = ANY (${bind([...units])}::uuid[])`]),
  ];
}
