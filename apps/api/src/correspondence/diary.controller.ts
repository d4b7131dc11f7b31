import { Controller, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { pageOf, ReceiptRow, RegisterQuery } from '@patravali/contract';
import { DownloadDiary, ReceiptLists } from '@patravali/correspondence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPdf } from '../documents/send-pdf';
import { languageOf } from '../http/language';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

@Controller()
export class DiaryController {
  constructor(
    private readonly lists: ReceiptLists,
    private readonly downloadDiary: DownloadDiary,
  ) {}

  @Operation('listDiary', { answer: pageOf(ReceiptRow) })
  list(@CurrentActor() actor: Actor, @Query({ schema: RegisterQuery }) query: RegisterQuery) {
    return this.lists.diary(actor, query);
  }

  @Operation('downloadDiary', { media: 'application/pdf' })
  async download(
    @CurrentActor() actor: Actor,
    @Query({ schema: RegisterQuery }) { from, to }: RegisterQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.downloadDiary.execute(actor, { from, to }, languageOf(request));
    return sendPdf(reply, pdf, 'diary.pdf');
  }
}
