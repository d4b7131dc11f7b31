import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { DownloadDiary } from '@patravali/dak';
import type { FastifyReply } from 'fastify';
import { madePdf } from '../answers/made-pdf';
import { madeSheet } from '../answers/made-sheet';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The diary on paper and as sheets. */
@Controller()
export class DiaryController {
  constructor(private readonly downloadDiary: DownloadDiary) {}

  @Operation('downloadDiary')
  async download(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDiary'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.downloadDiary.execute(actor, query, language), 'diary');
  }

  @Operation('downloadDiaryCsv')
  async csv(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDiaryCsv'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madeSheet(reply, 'csv', await this.downloadDiary.sheet(actor, query, language), 'diary');
  }

  @Operation('downloadDiaryXlsx')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Input() { query }: Input<'downloadDiaryXlsx'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madeSheet(reply, 'xlsx', await this.downloadDiary.sheet(actor, query, language), 'diary');
  }
}
