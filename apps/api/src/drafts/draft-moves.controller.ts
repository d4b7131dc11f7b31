import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ApproveDraft, CancelDraft, IssueDraft, NumberForSigning } from '@patravali/drafts';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The moves of a draft. Each is one command; the controller only translates. */
@Controller()
export class DraftMovesController {
  constructor(
    private readonly approveDraft: ApproveDraft,
    private readonly cancelDraft: CancelDraft,
    private readonly issueDraft: IssueDraft,
    private readonly numberForSigning: NumberForSigning,
  ) {}

  @Operation('approveDraft')
  approve(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'approveDraft'>) {
    return this.approveDraft.execute(actor, params.draftId, body, ifMatch);
  }

  @Operation('cancelDraft')
  cancel(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'cancelDraft'>) {
    return this.cancelDraft.execute(actor, params.draftId, body, ifMatch);
  }

  @Operation('issueDraft')
  issue(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'issueDraft'>) {
    return this.issueDraft.execute(actor, params.draftId, ifMatch);
  }

  @Operation('numberDraft')
  number(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'numberDraft'>) {
    return this.numberForSigning.execute(actor, params.draftId, ifMatch);
  }
}
