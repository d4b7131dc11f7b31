import type { StructuredText } from '@patravali/contract';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { ALL_HARD_WORDS } from '../../../../platform/typesetting/test/hard-words';
import { officeHindi } from '../../../../platform/typesetting/test/office-hindi';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { aRegister, written } from '../../../../platform/typesetting/test/samples';
import { has, run, textInFirefox } from '../../../../platform/typesetting/test/tools';
import { recallWords } from '../../../../platform/typesetting/test/word-recall';
import { aLetter } from '../../../letters/test/samples';
import { aNote, aNoteSheet } from '../../test/samples';
import { noteSheetPage } from './note-sheet-page';

const READERS: readonly (readonly [
  name: string,
  isHere: boolean,
  read: (pdf: Uint8Array) => Promise<string> | string,
])[] = [
  ['PDFium (Chrome)', true, pdfText],
  ['pdf.js (Firefox)', true, textInFirefox],
  ['Poppler', has('pdftotext'), (pdf) => run('pdftotext', ['FILE', '-'], pdf).output],
  ['MuPDF', has('mutool'), (pdf) => run('mutool', ['draw', '-q', '-F', 'txt', 'FILE'], pdf).output],
];
/** A hundred pages are set, by a process that others of a busy machine may hold up. */
const LONGEST_MS = 180_000;
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC');

/** Hard words in every look, and English between them. */
const LOOKS = [{}, { bold: true as const }, { italic: true as const }, { underline: true as const }];
const MIXED = ALL_HARD_WORDS.map((word, index) => (index % 9 === 0 ? `${word} Section 63(4), G.O. ` : `${word} `));
const inEveryLook: StructuredText = {
  version: 1,
  paragraphs: LOOKS.map((look) => ({ children: MIXED.map((text) => ({ type: 'text' as const, text, ...look })) })),
};

describe('Every reader gives back', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const set = (page: Parameters<typeof typesetter.typeset>[0]) => typesetter.typeset({ ...page, passing: false });
  const running = officeHindi(270, 7);
  const rows = ALL_HARD_WORDS.map((word) => [word, `${word} ${word}`, 'पेंशन']);

  const papers: readonly (readonly [string, words: string, make: () => Promise<Uint8Array>])[] = [
    [
      '20,000 running words of a letter',
      running.join(' '),
      () => set(letterPage(aLetter({ body: written(...running) }))),
    ],
    [
      'those of a note sheet',
      running.join(' '),
      () => set(noteSheetPage(aNoteSheet(running.map((text, index) => aNote(index + 1, { text: written(text) }))))),
    ],
    [
      'hard words in every look of a letter, and the English between them',
      LOOKS.map(() => MIXED.join('')).join(' '),
      () => set(letterPage(aLetter({ body: inEveryLook }))),
    ],
    ['hard words of a register', rows.flat().join(' '), () => typesetter.register(aRegister(rows))],
  ];

  describe.each(papers)('%s', (_, words, make) => {
    let pdf: Promise<Uint8Array> | undefined;
    for (const [name, isHere, read] of READERS)
      (isHere ? it : it.skip)(
        name,
        async () => {
          const recall = recallWords(words, onOneLine(await read(await (pdf ??= make()))));
          expect(recall.total).toBeGreaterThan(1000);
          // Of 1,000 words at most one, and that because a line ended within it.
          expect(recall.lost.slice(0, Math.floor(recall.total / 1000))).toEqual(recall.lost);
        },
        LONGEST_MS,
      );
  });
});
