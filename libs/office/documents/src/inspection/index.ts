export { inspectPdf, warmInspectors } from './inspect-pdf';
export { INSPECTION_LIMITS, type InspectionLimits, INSPECTOR_LIMITS, type InspectorLimits } from './inspection-limits';
export { InspectionFailed, NotPdf, PdfBroken, PdfEncrypted, PdfHostile, PdfTooComplex } from './inspection-refusals';
export { PageWithText, type PdfFacts } from './pdf-facts';
export { WarmInspectors } from './warm-inspectors';
