import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ConsultPosts } from '@patravali/consultations';
import type { Language } from '@patravali/contract';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** What the holder of a file asks of other posts. */
@Controller()
export class ConsultationsController {
  constructor(private readonly consultPosts: ConsultPosts) {}

  @Operation('consultPosts')
  consult(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: Input<'consultPosts'>,
    @RequestLanguage() language: Language,
  ) {
    return this.consultPosts.execute(actor, params.fileId, body, { language, ifMatch });
  }
}
