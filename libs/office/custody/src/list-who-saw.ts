import { type PageQuery, type PageRows, SeenLine } from '@patravali/contract';
import { pageByKey, type Parameters, projection, type SqlRunner } from '@patravali/database';
import { whoSaw } from '@patravali/ledger';
import { actorRef } from '@patravali/organisation';

const SEEN = projection(SeenLine, {
  by: actorRef('r.user_id', 'r.post_id', 'r.capacity'),
  firstAt: 'r.first_at',
  lastAt: 'r.last_at',
  times: 'r.times',
  acts: 'r.acts',
});

const LATEST_FIRST = {
  column: 'r.last_at',
  type: 'timestamptz',
  direction: 'DESC',
  then: { column: 'r.post_id', type: 'uuid' },
} as const;

/**
 * Who has seen things that belong together, the latest first, for somebody who has been found to be allowed to know: one statement.
 * @param things the things, as a query of their `kind` and `id`.
 */
export function listWhoSaw(
  database: SqlRunner,
  { organisationId, parameters, things }: { organisationId: string; parameters: Parameters; things: string },
  query: PageQuery,
): Promise<PageRows<SeenLine>> {
  const source = `${whoSaw(parameters.bind(organisationId), things)} r`;
  const list = { projection: SEEN, source, where: ['true'], parameters, order: LATEST_FIRST, id: 'r.user_id' };
  return pageByKey(database, list, query);
}
