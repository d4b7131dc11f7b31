import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ConsultPosts, ListConsultations, WithdrawConsultation } from '@patravali/consultations';
import type { Language } from '@patravali/contract';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { RequestLanguage } from '../http/request-language.decorator';
import { CurrentActor } from '../identity/current-actor.decorator';

/** What the holder of a file asks of other posts. */
@Controller()
export class ConsultationsController {
  constructor(
    private readonly consultPosts: ConsultPosts,
    private readonly listConsultations: ListConsultations,
    private readonly withdrawConsultation: WithdrawConsultation,
  ) {}

  @Operation('consultPosts')
  consult(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: Input<'consultPosts'>,
    @RequestLanguage() language: Language,
  ) {
    return this.consultPosts.execute(actor, params.fileId, body, { language, ifMatch });
  }

  @Operation('listConsultations')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listConsultations'>) {
    return this.listConsultations.execute(actor, params.fileId, query);
  }

  @Operation('withdrawConsultation')
  withdraw(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'withdrawConsultation'>) {
    return this.withdrawConsultation.execute(actor, params.fileId, body, ifMatch);
  }
}
