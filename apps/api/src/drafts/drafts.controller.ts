import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DraftViewQuery } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { withETag } from '../requests/etag';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

/** A draft with its version, which the next change names. */
@Controller()
export class DraftsController {
  constructor(private readonly viewDraft: DraftViewQuery) {}

  @Operation('getDraft')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getDraft'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewDraft.execute(actor, params.draftId));
  }
}
