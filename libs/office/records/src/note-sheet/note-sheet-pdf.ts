import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CorrespondenceView, type FileView, type Language, NoteView } from '@patravali/contract';
import { ListCorrespondence } from '@patravali/correspondence';
import { FileViewQuery } from '@patravali/files';
import { ListNotes } from '@patravali/notes';
import { withPosts } from '@patravali/organisation';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { NoteSheetData } from './note-sheet-data';
import { noteSheetPage } from './note-sheet-page';
import { OfficeName } from './office-name';
import { docketOnSheet, generatedBy, noteOnSheet, type Parts, WHOLE } from './printing';

type SheetHead = Pick<FileView, 'id' | 'number' | 'computerNumber' | 'subject' | 'unit'> & {
  readonly together: { readonly parts: Parts };
};

interface FileWithLetters {
  readonly file: SheetHead;
  readonly letters: CorrespondenceView[];
}

/** What stands on the sheet, its posts not yet named. */
const OnSheet = z.object({ notes: z.array(NoteView), letters: z.array(CorrespondenceView) });

export interface PrintedFile {
  readonly file: Pick<FileView, 'number'>;
  readonly pdf: Uint8Array;
}

/** The note sheet of a file as a PDF: its frozen notes, never the one in writing. */
@Injectable()
export class NoteSheetPdf {
  constructor(
    private readonly files: FileViewQuery,
    private readonly listNotes: ListNotes,
    private readonly listCorrespondence: ListCorrespondence,
    private readonly officeName: OfficeName,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `not-found` for whoever may not read the file; TypesettingFailed. */
  async execute(by: Actor, fileId: string, language: Language): Promise<PrintedFile> {
    const actor: Actor = { ...by, readsForPrint: true };
    const file = await this.files.execute(actor, fileId);
    const letters = await this.listCorrespondence.execute(actor, fileId, { limit: WHOLE });
    const sheet = await this.dataOf(actor, { file, letters: letters.items }, language);
    return { file, pdf: await this.typesetter.typeset(noteSheetPage(sheet)) };
  }

  /** The letters of the file are docketed on its sheet. */
  async dataOf(actor: Actor, { file, letters }: FileWithLetters, language: Language): Promise<NoteSheetData> {
    const [office, notes] = await Promise.all([
      this.officeName.of(actor.organisationId),
      this.listNotes.execute(actor, file.id, { limit: WHOLE }),
    ]);
    const shown = await withPosts(this.database, actor, OnSheet, { notes: notes.items, letters });
    return {
      language,
      office: office[language],
      unit: file.unit.name[language],
      fileNumber: file.number,
      computerNumber: String(file.computerNumber),
      subject: file.subject,
      notes: shown.notes.map((note) => noteOnSheet(language, note, file.together.parts)),
      dockets: shown.letters.map((letter) => docketOnSheet(language, letter)),
      generated: generatedBy(language, actor, office[language]),
    };
  }
}
