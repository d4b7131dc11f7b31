/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AskForPdf } from './pdf-jobs/ask-for-pdf';
export { CancelPdf } from './pdf-jobs/cancel-pdf';
export { RedactDocument } from './redaction/redact-document';
