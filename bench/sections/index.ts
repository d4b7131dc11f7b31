import { check } from './check';
import { copies } from './copies';
import { depth } from './depth';
import { forward } from './forward';
import { inbox } from './inbox';
import { ledger } from './ledger';
import { longPdf } from './long-pdf';
import { memory } from './memory';
import { search } from './search';
import type { Section } from './section';
import { start } from './start';
import { typesetting } from './typesetting';
import { uploads } from './uploads';
import { whilePdfs } from './while-pdfs';

/** In the order in which they are measured. */
export const SECTIONS: readonly Section[] = [
  inbox,
  search,
  depth,
  forward,
  ledger,
  check,
  typesetting,
  uploads,
  whilePdfs,
  longPdf,
  copies,
  memory,
  start,
];

/** The lines of the README's table. */
export const MEASURES = SECTIONS.flatMap(({ measures }) => measures);
