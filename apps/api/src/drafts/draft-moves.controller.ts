import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  ApproveDraft as ApproveDraftRequest,
  CancelDraft as CancelDraftRequest,
  DraftChanged,
  DraftIssued,
} from '@patravali/contract';
import { ApproveDraft, CancelDraft, IssueDraft } from '@patravali/drafts';
import { IdPipe } from '../http/id-param';
import { IfMatch } from '../http/if-match.decorator';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The moves of a draft. Each is one command; the controller only translates. */
@Controller()
export class DraftMovesController {
  constructor(
    private readonly approveDraft: ApproveDraft,
    private readonly cancelDraft: CancelDraft,
    private readonly issueDraft: IssueDraft,
  ) {}

  @Operation('approveDraft', { answer: DraftChanged })
  approve(
    @CurrentActor() actor: Actor,
    @Param('draftId', IdPipe) draftId: string,
    @Body({ schema: ApproveDraftRequest }) request: ApproveDraftRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.approveDraft.execute(actor, draftId, request, ifMatch);
  }

  @Operation('cancelDraft', { answer: DraftChanged })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('draftId', IdPipe) draftId: string,
    @Body({ schema: CancelDraftRequest }) request: CancelDraftRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.cancelDraft.execute(actor, draftId, request, ifMatch);
  }

  @Operation('issueDraft', { answer: DraftIssued, status: 201 })
  issue(@CurrentActor() actor: Actor, @Param('draftId', IdPipe) draftId: string, @IfMatch() ifMatch?: number) {
    return this.issueDraft.execute(actor, draftId, ifMatch);
  }
}
