import { Controller, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { pageOf, ReceiptRow, RegisterQuery } from '@patravali/contract';
import { DownloadDiary, ReceiptLists } from '@patravali/dak';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language';
import { Operation } from '../http/operation.decorator';
import { sendPdf } from '../http/send-pdf';
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
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPdf(reply, await this.downloadDiary.execute(actor, { from, to }, languageOf(request)), 'diary');
  }
}
