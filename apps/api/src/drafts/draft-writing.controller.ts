import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PreviewDraft } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { Input } from '../requests/input';
import { madePdf } from '../answers/made-pdf';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

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
