import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import {
  type AttachedLetter,
  FileView,
  isAttached,
  type Language,
  type Named,
  type Unnamed,
} from '@patravali/contract';
import { ListCorrespondence } from '@patravali/correspondence';
import { DocumentBytes, newSpoolPlace, spoolFolder } from '@patravali/documents';
import { FileViewQuery } from '@patravali/files';
import { correspondencePages, dayInIndia, label } from '@patravali/messages';
import { withPosts } from '@patravali/organisation';
import { toSha256 } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { bindWholeFile } from './bind-whole-file';
import { NoteSheetPdf, type PrintedFile } from './note-sheet-pdf';
import { printedPost, WHOLE } from './printing';
import type { CorrespondencePdf, CoverData } from './whole-file-data';

/** Everything on a file in one PDF: cover, note sheet, contents, every letter with its C/ numbers stamped. */
@Injectable()
export class WholeFilePdf {
  constructor(
    private readonly files: FileViewQuery,
    private readonly noteSheet: NoteSheetPdf,
    private readonly correspondence: ListCorrespondence,
    private readonly documents: DocumentBytes,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever may not read the file; `document-missing` and `document-damaged`, which name the
   * letter; StoreUnavailable; TypesettingFailed.
   */
  async execute(actor: Actor, fileId: string, language: Language): Promise<PrintedFile> {
    const file = await withPosts(this.database, actor, FileView, await this.files.execute(actor, fileId));
    const { items: letters } = await this.correspondence.execute(actor, fileId, { limit: WHOLE });
    const noteSheet = await this.noteSheet.dataOf(actor, { file, letters }, language);
    const place = await newSpoolPlace(spoolFolder(this.config.dataFolder), 'whole-file');
    try {
      await mkdir(place.path, { mode: 0o700 });
      const correspondence: CorrespondencePdf[] = [];
      for (const letter of letters) if (isAttached(letter)) correspondence.push(await this.fetch(letter, place.path));
      const cover = coverOf(file, noteSheet.office, language);
      const pdf = await bindWholeFile(this.typesetter, { language, cover, noteSheet, correspondence });
      return { file, pdf };
    } finally {
      await place.dispose();
    }
  }

  /** Letters lie on disk, not in memory, while the file is being composed. */
  private async fetch(letter: AttachedLetter, folder: string): Promise<CorrespondencePdf> {
    const path = join(folder, `${letter.serial}.pdf`);
    const { sha256, size, fileName } = letter.document;
    const named = { sha256: toSha256(sha256), size, fileName: `${correspondencePages(letter)} · ${fileName}` };
    await this.documents.save(named, path);
    const number = letter.letterNumber ? ` · ${letter.letterNumber}` : '';
    return {
      serial: letter.serial,
      firstPage: letter.firstPage,
      pageCount: letter.lastPage - letter.firstPage + 1,
      title: `${letter.party}${number} · ${letter.subject}`,
      date: letter.letterDate,
      flag: letter.flag,
      pdf: path,
      signedOriginal: letter.kind === 'issued',
    };
  }
}

function coverOf(file: Named<Unnamed<FileView>>, office: string, language: Language): CoverData {
  return {
    office,
    unit: file.unit.name[language],
    fileNumber: file.number,
    computerNumber: String(file.computerNumber),
    subject: file.subject,
    openedBy: `${file.createdBy.name[language]}, ${printedPost(language, file.createdBy.post)}`,
    openedOn: dayInIndia(file.createdAt),
    closedOn: file.closedAt && dayInIndia(file.closedAt),
    grading: label(language, 'grading', file.grading),
    urgency: label(language, 'urgency', file.urgency),
    state: label(language, 'fileState', file.state),
    holder: file.holder && printedPost(language, file.holder),
  };
}
