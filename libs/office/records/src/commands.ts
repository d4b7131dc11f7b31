/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AskForPdf } from './asked/ask-for-pdf';
export { CancelPdf } from './asked/cancel-pdf';
export { RedactDocument } from './redaction/redact-document';
