import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DeskQueries } from '@patravali/files';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';
import { DeskCountsQuery } from './desk-counts.query';

/** The counts of the desk, and its boxes of files. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly counts: DeskCountsQuery,
  ) {}

  @Operation('getDesk')
  get(@CurrentActor() actor: Actor) {
    return this.counts.execute(actor);
  }

  @Operation('listInbox')
  inbox(@CurrentActor() actor: Actor, @Input() { query }: Input<'listInbox'>) {
    return this.desk.inbox(actor, query);
  }

  @Operation('listSent')
  sent(@CurrentActor() actor: Actor, @Input() { query }: Input<'listSent'>) {
    return this.desk.sent(actor, query);
  }

  @Operation('listCreated')
  created(@CurrentActor() actor: Actor, @Input() { query }: Input<'listCreated'>) {
    return this.desk.created(actor, query);
  }

  @Operation('listClosed')
  closed(@CurrentActor() actor: Actor, @Input() { query }: Input<'listClosed'>) {
    return this.desk.closed(actor, query);
  }
}
