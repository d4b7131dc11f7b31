import { Controller, Param, Req, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NoteSheetPdf, WholeFilePdf } from '@patravali/records';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-param';
import { languageOf } from '../http/language';
import { Operation } from '../http/operation.decorator';
import { sendPdf } from '../http/send-pdf';
import { CurrentActor } from '../session/current-actor.decorator';

/** A file on paper: its note sheet, and all of it. */
@Controller()
export class RecordsController {
  constructor(
    private readonly noteSheetPdf: NoteSheetPdf,
    private readonly wholeFilePdf: WholeFilePdf,
  ) {}

  @Operation('downloadNoteSheet', { media: 'application/pdf' })
  async noteSheet(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, pdf } = await this.noteSheetPdf.execute(actor, fileId, languageOf(request));
    sendPdf(reply, pdf, `${file.number}-notes`);
  }

  @Operation('downloadWholeFile', { media: 'application/pdf' })
  async wholeFile(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, pdf } = await this.wholeFilePdf.execute(actor, fileId, languageOf(request));
    sendPdf(reply, pdf, file.number);
  }
}
