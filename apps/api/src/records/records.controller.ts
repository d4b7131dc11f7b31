import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Language, readSelection } from '@patravali/contract';
import { NoteSheetPdf, WholeFilePdf } from '@patravali/records';
import type { FastifyReply } from 'fastify';
import { Input } from '../http/input';
import { madePdf, madePdfFile } from '../http/made-pdf';
import { Operation } from '../http/operation';
import { RequestLanguage } from '../http/request-language.decorator';
import { CurrentActor } from '../identity/current-actor.decorator';

/** A file on paper: its note sheet, all of it, or a part. */
@Controller()
export class RecordsController {
  constructor(
    private readonly noteSheetPdf: NoteSheetPdf,
    private readonly wholeFilePdf: WholeFilePdf,
  ) {}

  @Operation('downloadNoteSheet')
  async noteSheet(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'downloadNoteSheet'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, pdf } = await this.noteSheetPdf.execute(actor, params.fileId, language);
    return madePdf(reply, pdf, `${file.number}-notes`);
  }

  @Operation('downloadWholeFile')
  async wholeFile(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'downloadWholeFile'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const made = await this.wholeFilePdf.execute(actor, params.fileId, { language });
    return madePdfFile(reply, made, made.file.number);
  }

  @Operation('downloadSelection')
  async selection(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Input<'downloadSelection'>,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const selection = readSelection(query.selection);
    const made = await this.wholeFilePdf.execute(actor, params.fileId, { language, selection });
    return madePdfFile(reply, made, `${made.file.number} ${query.selection}`);
  }
}
