import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DeskCountsQuery, FileBoxes, WaitingBox } from '@patravali/desk';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The counts of the desk, and its boxes of files. */
@Controller()
export class DeskController {
  constructor(
    private readonly files: FileBoxes,
    private readonly counts: DeskCountsQuery,
    private readonly waiting: WaitingBox,
  ) {}

  @Operation('getDesk')
  get(@CurrentActor() actor: Actor) {
    return this.counts.execute(actor);
  }

  @Operation('listInbox')
  inbox(@CurrentActor() actor: Actor, @Input() { query }: Input<'listInbox'>) {
    return this.files.inbox(actor, query);
  }

  @Operation('listSent')
  sent(@CurrentActor() actor: Actor, @Input() { query }: Input<'listSent'>) {
    return this.files.sent(actor, query);
  }

  @Operation('listCreated')
  created(@CurrentActor() actor: Actor, @Input() { query }: Input<'listCreated'>) {
    return this.files.created(actor, query);
  }

  @Operation('listClosed')
  closed(@CurrentActor() actor: Actor, @Input() { query }: Input<'listClosed'>) {
    return this.files.closed(actor, query);
  }

  @Operation('listWaitingBelow')
  waitingBelow(@CurrentActor() actor: Actor, @Input() { query }: Input<'listWaitingBelow'>) {
    return this.waiting.below(actor, query);
  }
}
