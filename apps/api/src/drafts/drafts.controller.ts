import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DraftViewQuery, FindDrafts, ListFileDrafts } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Reading drafts. */
@Controller()
export class DraftsController {
  constructor(
    private readonly findDrafts: FindDrafts,
    private readonly listFileDrafts: ListFileDrafts,
    private readonly viewDraft: DraftViewQuery,
  ) {}

  @Operation('findDrafts')
  find(@CurrentActor() actor: Actor, @Input() { query }: Input<'findDrafts'>) {
    return this.findDrafts.execute(actor, query);
  }

  @Operation('listFileDrafts')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listFileDrafts'>) {
    return this.listFileDrafts.execute(actor, params.fileId, query);
  }

  @Operation('getDraft')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getDraft'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewDraft.execute(actor, params.draftId));
  }

  @Operation('getDraftVersion')
  version(@CurrentActor() actor: Actor, @Input() { params }: Input<'getDraftVersion'>) {
    return this.viewDraft.version(actor, params.draftId, params.draftVersion);
  }
}
