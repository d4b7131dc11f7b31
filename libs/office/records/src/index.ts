export { NoteSheetPdf } from './note-sheet-pdf';
export { RecordsModule } from './records.module';
export { WholeFilePdf } from './whole-file-pdf';
