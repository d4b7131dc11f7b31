import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DiscussionBox } from '@patravali/desk';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The discussion notes that name this person. */
@Controller()
export class DeskDiscussionsController {
  constructor(private readonly discussions: DiscussionBox) {}

  @Operation('listDiscussions')
  list(@CurrentActor() actor: Actor, @Input() { query }: Input<'listDiscussions'>) {
    return this.discussions.execute(actor, query);
  }
}
