import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { KeepDraftTemplate, ListDraftTemplates, RetireDraftTemplate } from '@patravali/organisation';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The texts from which drafts begin. */
@Controller()
export class DraftTemplatesController {
  constructor(
    private readonly listDraftTemplates: ListDraftTemplates,
    private readonly keepDraftTemplate: KeepDraftTemplate,
    private readonly retireDraftTemplate: RetireDraftTemplate,
  ) {}

  @Operation('listDraftTemplates')
  list(@CurrentActor() actor: Actor, @Input() { query }: Input<'listDraftTemplates'>) {
    return this.listDraftTemplates.execute(actor, query);
  }

  @Operation('keepDraftTemplate')
  keep(@CurrentActor() actor: Actor, @Input() { body }: Input<'keepDraftTemplate'>) {
    return this.keepDraftTemplate.execute(actor, body);
  }

  @Operation('retireDraftTemplate')
  retire(@CurrentActor() actor: Actor, @Input() { params }: Input<'retireDraftTemplate'>) {
    return this.retireDraftTemplate.execute(actor, params.templateId);
  }
}
