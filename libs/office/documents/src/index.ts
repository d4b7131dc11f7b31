export { addDocument, type NewDocument } from './add-document';
export { documentAbilities } from './document-abilities';
export { Document } from './document.entity';
export { DocumentsModule } from './documents.module';
export {
  INSPECTION_LIMITS,
  InspectionFailed,
  type InspectionLimits,
  inspectPdf,
  NotPdf,
  PdfBroken,
  PdfEncrypted,
  type PdfFacts,
  PdfHostile,
} from './inspection';
export { ReadDocument, type StoredDocument } from './read-document';
export { spool, type Spooled, type SpoolOptions } from './spool';
export { clearSpool } from './spool-folder';
export { sweep, SWEEP_GRACE, type Swept } from './sweep';
export { TooLarge, UploadTruncated } from './upload-refusals';
export { SweepObjects } from './sweep-objects';
export { type Upload, UploadDocument } from './upload-document';
