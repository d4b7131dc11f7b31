import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { AnswerDiscussion } from '@patravali/notes';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** What those who took part say to a discussion note. */
@Controller()
export class DiscussionsController {
  constructor(private readonly answerDiscussion: AnswerDiscussion) {}

  @Operation('answerDiscussion')
  answer(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'answerDiscussion'>) {
    return this.answerDiscussion.execute(actor, params.noteId, body);
  }
}
