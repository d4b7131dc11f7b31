import { Controller, Query } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DeskCounts, FileRow, InboxQuery, PageQuery, pageOf } from '@patravali/contract';
import { DeskQueries } from '@patravali/desk';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';
import { DeskCountsQuery } from './desk-counts.query';

@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly counts: DeskCountsQuery,
  ) {}

  @Operation('getDesk', { answer: DeskCounts })
  get(@CurrentActor() actor: Actor): Promise<DeskCounts> {
    return this.counts.execute(actor);
  }

  @Operation('listInbox', { answer: pageOf(FileRow) })
  inbox(@CurrentActor() actor: Actor, @Query({ schema: InboxQuery }) query: InboxQuery) {
    return this.desk.inbox(actor, query);
  }

  @Operation('listSent', { answer: pageOf(FileRow) })
  sent(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.desk.sent(actor, query);
  }

  @Operation('listCreated', { answer: pageOf(FileRow) })
  created(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.desk.created(actor, query);
  }

  @Operation('listClosed', { answer: pageOf(FileRow) })
  closed(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.desk.closed(actor, query);
  }
}
