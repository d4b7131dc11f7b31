import type { NoteContent } from '@patravali/contract';

/** What somebody writes who sends a file: the first note of a sheet needs words, and so does the answer to a return. */
const NOTE: NoteContent = {
  text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आदेशार्थ प्रस्तुत।' }] }] },
  decision: null,
};

/** The part of a request that sends these words along, where only the sending matters. */
export const WORDS = { note: NOTE, confirmNote: true };
