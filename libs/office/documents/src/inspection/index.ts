export { inspectPdf } from './inspect-pdf';
export { INSPECTION_LIMITS, type InspectionLimits } from './inspection-limits';
export { InspectionFailed, NotPdf, PdfBroken, PdfEncrypted, PdfHostile, PdfTooComplex } from './inspection-refusals';
export type { PdfFacts } from './pdf-facts';
