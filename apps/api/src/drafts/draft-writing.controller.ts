import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PreviewDraft } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { Input } from '../http/input';
import { madePdf } from '../http/made-pdf';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** A draft as it would look on paper. */
@Controller()
export class DraftWritingController {
  constructor(private readonly previewDraft: PreviewDraft) {}

  @Operation('previewDraft')
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Input<'previewDraft'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.previewDraft.execute(actor, params.fileId, body.content, body.draftId), 'draft');
  }
}
