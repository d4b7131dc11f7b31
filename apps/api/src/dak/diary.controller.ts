import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { DownloadDiary } from '@patravali/dak';
import type { FastifyReply } from 'fastify';
import { Input } from '../requests/input';
import { madePdf } from '../answers/made-pdf';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

@Controller()
export class DiaryController {
  constructor(private readonly downloadDiary: DownloadDiary) {}

  @Operation('downloadDiary')
  async download(
    @CurrentActor() actor: Actor,
    @Input() { query: { from, to } }: Input<'downloadDiary'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return madePdf(reply, await this.downloadDiary.execute(actor, { from, to }, language), 'diary');
  }
}
