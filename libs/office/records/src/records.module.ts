import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { DispatchModule } from '@patravali/dispatch';
import { FilesModule } from '@patravali/files';
import { NotesModule } from '@patravali/notes';
import { NoteSheetPdf } from './note-sheet-pdf';
import { OfficeName } from './office-name';
import { WholeFilePdf } from './whole-file-pdf';

@Module({
  imports: [FilesModule, NotesModule, CorrespondenceModule, DispatchModule],
  providers: [OfficeName, NoteSheetPdf, WholeFilePdf],
  exports: [NoteSheetPdf, WholeFilePdf],
})
export class RecordsModule {}
