import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule } from '@patravali/documents';
import { FilesModule } from '@patravali/files';
import { NotesModule } from '@patravali/notes';
import { NoteSheetPdf } from './note-sheet-pdf';
import { OfficeName } from './office-name';
import { WholeFilePdf } from './whole-file-pdf';

@Module({
  imports: [CorrespondenceModule, DispatchModule, DocumentsModule, FilesModule, NotesModule],
  providers: [OfficeName, NoteSheetPdf, WholeFilePdf],
  exports: [NoteSheetPdf, WholeFilePdf],
})
export class RecordsModule {}
