import { answerJobs } from './answer-jobs';
import { letterPage } from './letter-page';
import type { LetterData } from './letter-data';
import type { NoteSheetData } from './note-sheet-data';
import { noteSheetPage } from './note-sheet-page';
import type { RegisterData } from './register-data';
import { registerPage } from './register-page';
import { signPdf } from './sign-pdf';
import { typeset } from './typeset';
import { typesetFileParts } from './typeset-file-parts';

/** The process that sets and signs; it never parses a PDF that came from outside. */
answerJobs({
  letter: (letter: LetterData) => typeset('letter', letterPage(letter)),
  noteSheet: (sheet: NoteSheetData) => typeset('note-sheet', noteSheetPage(sheet)),
  register: (register: RegisterData) => typeset('register', registerPage(register)),
  fileParts: typesetFileParts,
  sign: signPdf,
});
