export type { Letterhead, LetterData, Signatory } from './letter-data';
export {
  loadSigningKey,
  makeDemoSigningKey,
  type SignatureAppearance,
  type SigningKey,
  SigningKeyUnusable,
} from './signing-key';
export type { Generated, NoteAuthor, NoteOnSheet, NoteSheetData } from './note-sheet-data';
export { type Press, type PressOptions, startPress } from './press';
export { PressFailed, type PressFailure } from './press-failed';
export { printedDay, printedInstant } from './dates';
export type { RegisterColumn, RegisterData } from './register-data';
export type { CorrespondencePdf, CoverData, WholeFileData } from './whole-file-data';
export { PRESS } from './token';
