import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ExportSecurityEvents, type ListSecurityEvents, type PageRows, SecurityEvent } from '@patravali/contract';
import { betweenDays, pageByKey, Parameters, projection, type SqlRunner } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { PEOPLE, postMarking, refuseNonAdministrator } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { SecurityLog } from './security-log';

const EVENT = projection(SecurityEvent, {
  id: 'e.id',
  at: 'e.at',
  kind: 'e.kind',
  username: 'COALESCE(person.username, e.username)',
  name: `CASE WHEN person.id IS NOT NULL THEN jsonb_build_object('hi', person.name_hi, 'en', person.name_en) END`,
  address: 'e.address',
  post: postMarking('e.post_id'),
  data: 'e.data',
});
const EVENTS = `security_event e LEFT JOIN ${PEOPLE} ON person.organisation_id = e.organisation_id AND person.id = e.user_id`;
const AT_ONCE = 1000;

/** The security events of an office, for its administrators. */
@Injectable()
export class SecurityEvents {
  constructor(
    private readonly database: EntityManager,
    private readonly log: SecurityLog,
  ) {}

  /** The latest first. @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listSecurityEvents')
  async list(actor: Actor, query: ListSecurityEvents): Promise<PageRows<SecurityEvent>> {
    refuseNonAdministrator(actor);
    return await pageOfEvents(this.database, actor.organisationId, query);
  }

  /**
   * All of them as JSON lines, the latest first, page by page; that they were taken out is itself recorded.
   * @throws Refusal `not-allowed` for all but administrators.
   */
  async export(actor: Actor, address: string, filter: ExportSecurityEvents): Promise<AsyncIterable<string>> {
    refuseNonAdministrator(actor);
    const { organisationId, userId, postId } = actor;
    await this.log.record({ kind: 'log_exported', organisationId, userId, postId, address, data: { ...filter } });
    return securityLogLines(this.database, organisationId, filter);
  }
}

/** The security events of an office as JSON lines, the latest first. */
export async function* securityLogLines(
  database: SqlRunner,
  organisationId: string,
  filter: ExportSecurityEvents,
): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await pageOfEvents(database, organisationId, { ...filter, limit: AT_ONCE, cursor });
    yield page.items.map((event) => `${JSON.stringify(event)}\n`).join('');
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Also what belongs to no office, as a name that nobody has. */
function pageOfEvents(
  database: SqlRunner,
  organisationId: string,
  query: ExportSecurityEvents & { limit: number; cursor?: string | undefined },
): Promise<PageRows<SecurityEvent>> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const { kind, username, address } = query;
  const where = [
    `(e.organisation_id = ${bind(organisationId)} OR e.organisation_id IS NULL)`,
    ...(kind ? [`e.kind = ${bind(kind)}`] : []),
    ...(username ? [`COALESCE(person.username, e.username) = ${bind(username.toLowerCase())}`] : []),
    ...(address ? [`e.address = ${bind(address)}`] : []),
    ...betweenDays('e.at', query, parameters),
  ];
  const order = { column: 'e.at', type: 'timestamptz', direction: 'DESC' } as const;
  return pageByKey(database, { projection: EVENT, source: EVENTS, where, parameters, order, id: 'e.id' }, query);
}
