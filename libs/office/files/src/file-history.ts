import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { EventView, type Page, type PageQuery } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { projection } from '@patravali/database';
import { EVENTS } from '@patravali/ledger';
import { EntityManager } from 'typeorm';

const EVENT = projection(EventView, {
  sequence: 'r.sequence',
  name: 'r.name',
  by: 'actor_ref(r.user_id, r.post_id, r.capacity)',
  at: 'r.at',
  reason: 'r.reason',
  data: 'r.data',
  contentHash: 'r.content_hash',
});

/** Every event of a file, oldest first. */
@Injectable()
export class FileHistory {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<Page<EventView>> {
    const list = { projection: EVENT, source: `${EVENTS} r`, file: 'r.subject_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
