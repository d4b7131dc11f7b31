import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { EventView, type PageRows, type PageQuery } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { shownEvents } from './file/shown-events';

/** Before these held no hash they held that of a text that was not sent yet, or never was. */
const UNSENT = ['note.added', 'note.changed', 'note.confirmed', 'draft.created', 'draft.changed', 'draft.cancelled']
  .map((name) => `'${name}'`)
  .join(', ');

/** The hash of what the event under this alias was about, as far as that is out. */
export const contentHashShown = (alias: string): string =>
  `CASE WHEN ${alias}.name NOT IN (${UNSENT}) THEN ${alias}.content_hash END`;

/** The contract's `EventView`, from `shownEvents` as `r`. */
export const EVENT_ROW = projection(EventView, {
  sequence: 'r.place',
  name: 'r.name',
  by: actorRef('r.user_id', 'r.post_id', 'r.capacity'),
  at: 'r.at',
  reason: 'r.reason',
  data: `r.facts || CASE WHEN r.other_number IS NULL THEN '{}'
    ELSE jsonb_build_object('otherFileId', r.other_id, 'otherNumber', r.other_number, 'own', r.own) END`,
  contentHash: contentHashShown('r'),
});

/** The events of a file, oldest first, and those of others that brought them together with it. */
@Injectable()
export class FileHistory {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('getFileHistory')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<EventView>> {
    const source = (parameters: Parameters) => `${shownEvents(actor, parameters)} r`;
    const list = { projection: EVENT_ROW, source, file: 'r.file_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
