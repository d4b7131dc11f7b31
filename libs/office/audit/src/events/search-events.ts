import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { FoundEvent, type PageRows, type SearchEvents as SearchEventsQuery } from '@patravali/contract';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { mayReadReceipt, RECEIPTS } from '@patravali/dak';
import { betweenDays, pageByKey, Parameters, projection, Transactions } from '@patravali/database';
import { contentHashShown, eventShown, factsShown, joinFile } from '@patravali/files';
import { EVENTS } from '@patravali/ledger';
import { Serves } from '@patravali/operations';
import { actorRef, lockPerson } from '@patravali/organisation';
import { inAuditScope } from '../scope/audit-scope';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { type EventFilters, eventFiltersOf } from './event-filters';

const FOUND = projection(FoundEvent, {
  id: 'e.id',
  of: `json_build_object('kind', e.subject_kind, 'id', e.subject_id, 'number', COALESCE(f.number, r.diary_number),
    'numberHi', r.diary_number_hi)`,
  name: 'e.name',
  by: actorRef('e.user_id', 'e.post_id', 'e.capacity'),
  at: 'e.at',
  reason: 'e.reason',
  data: factsShown('e'),
  contentHash: contentHashShown('e'),
});

/** Each event with the file or the letter to which it happened. */
const SOURCE = `${EVENTS} e
  LEFT JOIN ${CUSTODY} ON e.subject_kind = 'file' AND c.organisation_id = e.organisation_id AND c.file_id = e.subject_id
  LEFT ${joinFile('c.file_id')}
  LEFT JOIN ${RECEIPTS} ON e.subject_kind = 'receipt' AND r.organisation_id = e.organisation_id AND r.id = e.subject_id`;

const NEWEST_FIRST = { column: 'e.at', type: 'timestamptz', direction: 'DESC' } as const;

/**
 * What happened in the office to the files and letters that a post audits, by whom, from where, when. That somebody looked for it is
 * an event of his own, in the same transaction: what cannot be recorded is not answered.
 */
@Injectable()
export class SearchEvents {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but auditors. */
  @Serves('searchEvents')
  async execute(actor: Actor, query: SearchEventsQuery): Promise<PageRows<FoundEvent>> {
    refuseNonAuditor(actor);
    return await this.transactions.run(actor, async (tx) => {
      const sought = await eventFiltersOf(tx, actor, query);
      const parameters = new Parameters();
      const where = wanted(actor, query, sought, parameters);
      const list = { projection: FOUND, source: SOURCE, where, parameters, order: NEWEST_FIRST, id: 'e.id' };
      const page = await pageByKey(tx, { ...list, plannedEachTime: true }, query);
      await lockPerson(tx, actor.userId);
      await tx.record('user.searched_events', actor.userId, { data: searchedFor(query, sought) });
      return page;
    });
  }
}

function wanted(actor: Actor, query: SearchEventsQuery, sought: EventFilters, parameters: Parameters): string[] {
  const { bind } = parameters;
  const ofFiles = ['c.file_id IS NOT NULL', mayReadFile(actor, parameters), ...inAuditScope(actor, parameters, 'c')];
  const ofLetters = ['r.id IS NOT NULL', mayReadReceipt(actor, parameters), ...inAuditScope(actor, parameters, 'r')];
  return [
    `e.organisation_id = ${bind(actor.organisationId)}::uuid`,
    `e.subject_kind IN ('file', 'receipt')`,
    `(${ofFiles.join(' AND ')} OR ${ofLetters.join(' AND ')})`,
    eventShown(actor, parameters),
    ...(sought.people === null ? [] : [`e.user_id = ANY (${bind([...sought.people])}::uuid[])`]),
    ...(sought.things === null ? [] : [`e.subject_id = ANY (${bind([...sought.things])}::uuid[])`]),
    ...(query.postId === undefined ? [] : [`e.post_id = ${bind(query.postId)}::uuid`]),
    ...(query.name === undefined ? [] : [`e.name = ${bind(query.name)}`]),
    ...betweenDays('e.at', query, parameters),
  ];
}

/** The filters, by ids; never the words that were typed. A page further on is a search of its own. */
function searchedFor({ postId, name, from, to, cursor }: SearchEventsQuery, { people, things }: EventFilters): object {
  const filters = { postId, name, from, to, people, things, further: cursor !== undefined };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value != null && value !== false));
}
