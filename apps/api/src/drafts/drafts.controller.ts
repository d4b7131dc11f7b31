import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  ChangeDraft as ChangeDraftRequest,
  CreateDraft as CreateDraftRequest,
  DraftChanged,
  DraftRow,
  DraftVersionView,
  DraftView,
  PageQuery,
  pageOf,
} from '@patravali/contract';
import { ChangeDraft, CreateDraft, DraftLists, DraftViewQuery, PreviewDraft } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { IdPipe } from '../http/id-param';
import { NeededIfMatch } from '../http/if-match.decorator';
import { Operation } from '../http/operation.decorator';
import { OrdinalPipe } from '../http/ordinal-param';
import { sendPdf } from '../http/send-pdf';
import { CurrentActor } from '../session/current-actor.decorator';

/** Writing a draft. */
@Controller()
export class DraftWritingController {
  constructor(
    private readonly createDraft: CreateDraft,
    private readonly changeDraft: ChangeDraft,
    private readonly previewDraft: PreviewDraft,
  ) {}

  @Operation('createDraft', { answer: DraftChanged, status: 201 })
  create(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: CreateDraftRequest }) request: CreateDraftRequest,
  ) {
    return this.createDraft.execute(actor, fileId, request);
  }

  @Operation('changeDraft', { answer: DraftChanged })
  change(
    @CurrentActor() actor: Actor,
    @Param('draftId', IdPipe) draftId: string,
    @Body({ schema: ChangeDraftRequest }) request: ChangeDraftRequest,
    @NeededIfMatch() ifMatch: number,
  ) {
    return this.changeDraft.execute(actor, draftId, request, ifMatch);
  }

  @Operation('previewDraft', { media: 'application/pdf' })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: ChangeDraftRequest }) { content }: ChangeDraftRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPdf(reply, await this.previewDraft.execute(actor, fileId, content), 'draft');
  }
}

/** Reading drafts. */
@Controller()
export class DraftsController {
  constructor(
    private readonly lists: DraftLists,
    private readonly viewDraft: DraftViewQuery,
  ) {}

  @Operation('listDrafts', { answer: pageOf(DraftRow) })
  desk(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.lists.desk(actor, query);
  }

  @Operation('listFileDrafts', { answer: pageOf(DraftRow) })
  list(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.lists.file(actor, fileId, query);
  }

  @Operation('getDraft', { answer: DraftView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('draftId', IdPipe) draftId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewDraft.execute(actor, draftId));
  }

  @Operation('getDraftVersion', { answer: DraftVersionView })
  version(
    @CurrentActor() actor: Actor,
    @Param('draftId', IdPipe) draftId: string,
    @Param('draftVersion', OrdinalPipe) number: number,
  ) {
    return this.viewDraft.version(actor, draftId, number);
  }
}
