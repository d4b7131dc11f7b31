import { Injectable } from '@nestjs/common';
import type { Actor, Parameters } from '@patravali/authorization';
import { EventView, type PageRows, type PageQuery } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { projection } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { noteEventShown } from '@patravali/notes';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';

/** Before these held no hash they held that of a text that was not sent yet, or never was. */
const UNSENT = ['note.added', 'note.changed', 'note.confirmed', 'draft.created', 'draft.changed', 'draft.cancelled']
  .map((name) => `'${name}'`)
  .join(', ');

/**
 * What a post may see of the events of each file, numbered anew: a number left out would tell of what is hidden.
 */
const shownEvents = ({ postId }: Actor, { bind }: Parameters): string =>
  `(SELECT e.*, row_number() OVER (PARTITION BY e.organisation_id, e.subject_id ORDER BY e.sequence)::integer AS place
    FROM ${EVENTS} e WHERE ${noteEventShown(bind(postId))}) r`;

const EVENT = projection(EventView, {
  sequence: 'r.place',
  name: 'r.name',
  by: actorRef('r.user_id', 'r.post_id', 'r.capacity'),
  at: 'r.at',
  reason: 'r.reason',
  data: 'r.data',
  contentHash: `CASE WHEN r.name NOT IN (${UNSENT}) THEN r.content_hash END`,
});

/** The events of a file, oldest first. */
@Injectable()
export class FileHistory {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<EventView>> {
    const source = (parameters: Parameters) => shownEvents(actor, parameters);
    const list = { projection: EVENT, source, file: 'r.subject_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
