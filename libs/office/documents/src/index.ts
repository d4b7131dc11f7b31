export { discardRest, readUpload } from './spool/upload-stream';
export { addDocument, addDocuments, type NewDocument } from './document/add-document';
export { type CalledDocument, CheckStore, type Lack, type StoreReport } from './store/check-store';
export { type BlackArea, blackenDocument, type PageToBlacken } from './redaction-rendering';
export { claimDocument } from './claim-document';
export { documentAbilities } from './document/document-abilities';
export { DocumentBytes, type NamedBytes } from './document/document-bytes';
export { type DocumentPlace, type DocumentUse, DocumentUses } from './document/document-uses';
export {
  activeContentOf,
  DOCUMENT_VIEW,
  ENCLOSED_DOCUMENT,
  DOCUMENTS,
  joinDocument,
  pagesOfDocument,
} from './document/document-view';
export { Document } from './document/document.entity';
export { DocumentsModule } from './documents.module';
export { inspectPdf } from './inspection';
export { NotPdf } from './inspection/inspection-refusals';
export { type OtherObject, OtherObjects } from './store/other-objects';
export { ReadPicture } from './read-picture';
export { type UploadedPicture, UploadPictures } from './upload-pictures';
export { ReadDocument, type StoredDocument } from './read-document';
export { letterText, type LetterText, ReadDocumentText, RECOGNISE_TEXT, RecogniseTexts, wantText } from './recognition';
export { newSpoolPlace, spoolFolder } from './spool/spool-folder';
export { STORED_BYTES, StoredBytes } from './document/stored-bytes';
export { type Agreement, MARK_STORE, StoreGeneration } from './store/store-generation';
export { SWEEP_OBJECTS, SweepObjects, type SweepOutcome } from './store/sweep-objects';
export { UploadDocument } from './upload-document';
export { TooLarge, UploadTruncated } from './spool/upload-refusals';
export { ScanForViruses } from './virus-scan/scan-for-viruses';
export { FOUND_SCANS, type ScannedPage } from './finding/found-scans';
