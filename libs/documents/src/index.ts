export { Document } from './document.entity';
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
export { spool, type Spooled, type SpoolOptions } from './spool';
export { clearSpool } from './spool-folder';
export { sweep, SWEEP_GRACE, type Swept } from './sweep';
export { TooLarge, UploadTruncated } from './upload-refusals';
