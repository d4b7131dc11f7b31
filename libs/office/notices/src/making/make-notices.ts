import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs, PLANNED_EACH_TIME, select } from '@patravali/database';
import { eventsSince, HERE } from '@patravali/ledger';
import { holdersToday } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { enqueueMails } from '../mailing/enqueue-mails';
import { EVENT_KINDS } from './event-kinds';

/** What happened longer ago, while nobody made notices, is no news. */
const NEWS = `INTERVAL '3 days'`;
/** While nothing happens the place is moved on so often, that no look has far to go. */
const MOVED_ON = `INTERVAL '1 minute'`;

const PLACE = z.object({ snapshot: z.string(), at: z.string() });
const LATEST = z.object({ events: z.array(z.uuid()) });
const MADE = z.object({ made: z.array(z.uuid()) });
const WANTED = z.object({ wanted: z.boolean() });

const KINDS = Object.entries(EVENT_KINDS).map(
  ([kind, { when, posts, receipts, ownActs }], rank) =>
    `('${kind}', ${rank}, CASE WHEN ${when} THEN ${posts} END, ${receipts ? `CASE WHEN ${when} THEN ${receipts} END` : 'NULL::uuid[]'},
      ${ownActs === true})`,
);
const EVENTS_SINCE = eventsSince({ snapshot: '$1', at: '$2' });

/**
 * Makes notices of what was committed. The place up to which that was done is moved on in the same transaction: whoever dies
 * in between leaves both undone, and while one works on it the others pass by.
 */
@Injectable()
export class MakeNotices {
  constructor(
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** @returns how many. Reads alone while nothing has happened. */
  async execute(): Promise<number> {
    const mails = this.config.mail.kind === 'none' ? undefined : this.jobs;
    const [found] = await select(this.database, WANTED, NOTICES_ARE_WANTED);
    return found?.wanted ? await this.database.transaction((manager) => make(manager, mails)) : 0;
  }
}

const SINCE_PLACE = eventsSince({ snapshot: 'p.snapshot', at: 'p.at' });
/**
 * Asked several times a second. It looks for the latest new event along the primary key, and does not ask whether there is any:
 * for that the database, which does not know how few are new, would read all events of the office from end to end.
 */
const NOTICES_ARE_WANTED = `SELECT EXISTS (SELECT FROM notice_place p WHERE p.at < clock_timestamp() - ${MOVED_ON}
  OR (SELECT e.id FROM ${SINCE_PLACE.source} WHERE ${SINCE_PLACE.where} ORDER BY e.id DESC LIMIT 1) IS NOT NULL) AS wanted`;

/**
 * Of events that are named: which they are depends on the place and is planned each time, this is long and is planned once. A
 * list in JSON is of unknown length, so that no plan of its own is worth while for the length of each list.
 */
const MAKE_NOTICES = `WITH made AS (
    INSERT INTO notice (organisation_id, user_id, post_id, kind, subject_kind, subject_id, cause_id, at)
    SELECT DISTINCT ON (e.id, holder.user_id) e.organisation_id, holder.user_id, told.post_id, k.kind,
      CASE WHEN told.receipt_id IS NULL THEN e.subject_kind ELSE 'receipt' END, COALESCE(told.receipt_id, e.subject_id), e.id, e.at
    FROM json_array_elements_text($1::json) AS latest (event_id)
    JOIN ${EVENTS_SINCE.source} ON e.id = latest.event_id::uuid
    CROSS JOIN LATERAL (VALUES ${KINDS.join(', ')}) AS k (kind, rank, posts, receipts, own_acts)
    CROSS JOIN LATERAL unnest(k.posts, k.receipts) AS told (post_id, receipt_id)
    JOIN ${holdersToday('e.organisation_id', 'told.post_id')} ON k.own_acts OR holder.user_id IS DISTINCT FROM e.user_id
    ORDER BY e.id, holder.user_id, k.rank, told.post_id
    ON CONFLICT ON CONSTRAINT notice_once DO NOTHING
    RETURNING id
  )
  SELECT COALESCE(json_agg(id), '[]') AS made FROM made`;

/** @param mails where mails are enqueued, if the office sends any. */
async function make(manager: EntityManager, mails: Jobs | undefined): Promise<number> {
  const [place] = await select(
    manager,
    PLACE,
    'SELECT snapshot, at::text AS at FROM notice_place FOR UPDATE SKIP LOCKED',
  );
  if (!place) return 0;
  // A statement of its own, begun when the place was locked: what it sees begins where the last one ended.
  const [latest] = await select(
    manager,
    LATEST,
    `${PLANNED_EACH_TIME}WITH moved AS (UPDATE notice_place SET snapshot = ${HERE.snapshot}, at = clock_timestamp())
     SELECT COALESCE(json_agg(e.id), '[]') AS events FROM ${EVENTS_SINCE.source}
     WHERE ${EVENTS_SINCE.where} AND e.subject_kind IN ('file', 'receipt') AND e.at > office_now() - ${NEWS}`,
    [place.snapshot, place.at],
  );
  if (!latest?.events.length) return 0;
  const [result] = await select(manager, MADE, MAKE_NOTICES, [JSON.stringify(latest.events)]);
  const made = result?.made ?? [];
  if (mails) await enqueueMails(manager, mails, made);
  return made.length;
}
