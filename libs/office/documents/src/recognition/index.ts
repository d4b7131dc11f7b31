export { wantText, DocumentTexts } from './document-texts';
export { letterText, type LetterText } from './letter-text';
export { ReadDocumentText } from './read-document-text';
export { RECOGNISE_TEXT } from './recognise-text.queue';
export { RecogniseTexts } from './recognise-texts';
export { RECOGNITION_LIMITS } from './recognition-limits';
