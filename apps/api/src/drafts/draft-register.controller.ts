import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { DownloadDrafts } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { madeSheet } from '../answers/made-sheet';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The drafts of the office as sheets. */
@Controller()
export class DraftRegisterController {
  constructor(private readonly downloadDrafts: DownloadDrafts) {}

  @Operation('downloadDraftsCsv')
  async csv(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDraftsCsv'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madeSheet(reply, 'csv', await this.downloadDrafts.sheet(actor, query, language), 'drafts');
  }

  @Operation('downloadDraftsXlsx')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDraftsXlsx'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madeSheet(reply, 'xlsx', await this.downloadDrafts.sheet(actor, query, language), 'drafts');
  }
}
