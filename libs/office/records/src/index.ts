export { AskedPdf } from './asked/asked-pdf.entity';
export { MAKE_PDF } from './asked/make-pdf-queue';
export { MakePdf } from './asked/make-pdf';
export { MyPdfs } from './asked/my-pdfs';
export * from './commands';
export { RECORDS_MIGRATIONS } from './migrations';
export { NoteSheetPdf } from './note-sheet-pdf';
export { RecordsModule } from './records.module';
export { WholeFilePdf } from './whole-file-pdf';
