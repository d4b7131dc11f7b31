import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ChangeDraft, CreateDraft, PreviewDraft } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { Input } from '../http/input';
import { madePdf } from '../http/made-pdf';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Writing a draft. */
@Controller()
export class DraftWritingController {
  constructor(
    private readonly createDraft: CreateDraft,
    private readonly changeDraft: ChangeDraft,
    private readonly previewDraft: PreviewDraft,
  ) {}

  @Operation('createDraft')
  create(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'createDraft'>) {
    return this.createDraft.execute(actor, params.fileId, body);
  }

  @Operation('changeDraft')
  change(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'changeDraft'>) {
    return this.changeDraft.execute(actor, params.draftId, body, ifMatch);
  }

  @Operation('previewDraft')
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Input<'previewDraft'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.previewDraft.execute(actor, params.fileId, body.content, body.draftId), 'draft');
  }
}
