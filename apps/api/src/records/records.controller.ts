import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Language, readSelection } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { AskForPdf, ListRedactions, MyPdfs, NoteSheetPdf, RedactDocument, WholeFilePdf } from '@patravali/records';
import type { FastifyReply } from 'fastify';
import { Input } from '../requests/input';
import { madePdf, madePdfFile, storedFile } from '../answers/made-pdf';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** A file on paper: its note sheet, all of it, or a part. */
@Controller()
export class RecordsController {
  constructor(
    private readonly noteSheetPdf: NoteSheetPdf,
    private readonly wholeFilePdf: WholeFilePdf,
    private readonly askForPdf: AskForPdf,
    private readonly myPdfs: MyPdfs,
    private readonly documentBytes: DocumentBytes,
    private readonly redactDocument: RedactDocument,
    private readonly listRedactions: ListRedactions,
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

  /** Made in the background: it is found again in the list of the person who asked. */
  @Operation('askForPdf')
  ask(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Input<'askForPdf'>,
    @RequestLanguage() language: Language,
  ) {
    const { form = 'pdf', issueId = null, alsoFileIds = [] } = body;
    const selection = body.selection === undefined ? null : readSelection(body.selection);
    return this.askForPdf.execute(actor, params.fileId, { language, form, issueId, alsoFileIds, selection });
  }

  @Operation('listMyPdfs')
  async list(@CurrentActor() actor: Actor, @RequestLanguage() language: Language) {
    return { items: await this.myPdfs.list(actor, language) };
  }

  /** After the office was restored from a backup its bytes are gone: they are in none. */
  @Operation('downloadMyPdf')
  async downloadMine(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'downloadMyPdf'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.myPdfs.ready(actor, params.pdfId);
    const stream = await this.documentBytes.open(pdf).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'document-missing' ? new Refusal('pdf-not-ready') : error;
    });
    return storedFile(reply, stream, pdf);
  }

  /** Made in the background: it is found again in the list of the file. */
  @Operation('redactDocument')
  redact(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Input<'redactDocument'>,
    @RequestLanguage() language: Language,
  ) {
    return this.redactDocument.execute(actor, params.fileId, body, language);
  }

  @Operation('listRedactions')
  redactions(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Input<'listRedactions'>,
    @RequestLanguage() language: Language,
  ) {
    return this.listRedactions.execute(actor, params.fileId, query, language);
  }
}
