import type { RecognisedPage } from '@patravali/contract';
import type { PageSize } from './page-geometry';
import type { Hit, Picture } from './pdfium-document';
import type { TextRun } from './text-runs';

/** What the page may ask of the worker that runs PDFium, and what each question is answered with. */
export interface PdfAnswers {
  open: { document: number; pages: PageSize[] };
  picture: Picture;
  runs: TextRun[];
  words: string;
  find: Hit[];
  recognised: null;
  close: null;
}

export type PdfQuestion =
  | { kind: 'open'; content: ArrayBuffer }
  | { kind: 'picture'; document: number; page: number; scale: number }
  | { kind: 'runs'; document: number; page: number }
  | { kind: 'words'; document: number }
  | { kind: 'find'; document: number; words: string }
  | { kind: 'recognised'; document: number; pages: readonly RecognisedPage[] }
  | { kind: 'close'; document: number };

export type AskedQuestion = PdfQuestion & { id: number };

export type WorkerAnswer =
  | { id: number; ok: true; answer: PdfAnswers[keyof PdfAnswers] }
  /** `missing`: PDFium itself did not come; else it cannot read the PDF. */
  | { id: number; ok: false; missing: boolean };
