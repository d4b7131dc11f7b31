import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  AnswerConsultation,
  PrepareOpinion,
  Questions,
  ReturnConsultation,
  SignOpinion,
} from '@patravali/consultations';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** What other desks ask the acting post, and what it answers. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: Questions,
    private readonly answerConsultation: AnswerConsultation,
    private readonly prepareOpinion: PrepareOpinion,
    private readonly signOpinion: SignOpinion,
    private readonly returnConsultation: ReturnConsultation,
  ) {}

  @Operation('listQuestions')
  list(@CurrentActor() actor: Actor, @Input() { query }: Input<'listQuestions'>) {
    return this.questions.list(actor, query);
  }

  @Operation('getQuestion')
  get(@CurrentActor() actor: Actor, @Input() { params }: Input<'getQuestion'>) {
    return this.questions.one(actor, params.consultedId);
  }

  @Operation('answerConsultation')
  answer(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'answerConsultation'>) {
    return this.answerConsultation.execute(actor, params.consultedId, body);
  }

  @Operation('prepareOpinion')
  prepare(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'prepareOpinion'>) {
    return this.prepareOpinion.execute(actor, params.consultedId, body);
  }

  @Operation('signOpinion')
  sign(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'signOpinion'>) {
    return this.signOpinion.execute(actor, params.consultedId, body);
  }

  @Operation('returnConsultation')
  return(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'returnConsultation'>) {
    return this.returnConsultation.execute(actor, params.consultedId, body);
  }
}
