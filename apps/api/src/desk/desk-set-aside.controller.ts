import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { SetAsideBoxes } from '@patravali/desk';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** What the desk has set aside, and what it follows. */
@Controller()
export class DeskSetAsideController {
  constructor(private readonly boxes: SetAsideBoxes) {}

  @Operation('listParked')
  parked(@CurrentActor() actor: Actor, @Input() { query }: Input<'listParked'>) {
    return this.boxes.parked(actor, query);
  }

  @Operation('listFollowUp')
  followUp(@CurrentActor() actor: Actor, @Input() { query }: Input<'listFollowUp'>) {
    return this.boxes.followUp(actor, query);
  }

  @Operation('listCallBook')
  callBook(@CurrentActor() actor: Actor, @Input() { query }: Input<'listCallBook'>) {
    return this.boxes.callBook(actor, query);
  }
}
