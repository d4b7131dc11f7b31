import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { FilesModule } from '@patravali/files';
import { NoteSheetPdf } from './note-sheet-pdf';
import { OfficeName } from './office-name';
import { WholeFilePdf } from './whole-file-pdf';

@Module({
  imports: [FilesModule, CorrespondenceModule],
  providers: [OfficeName, NoteSheetPdf, WholeFilePdf],
  exports: [NoteSheetPdf, WholeFilePdf],
})
export class RecordsModule {}
