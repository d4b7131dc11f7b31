import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { officeHindi } from '../../../../platform/typesetting/test/office-hindi';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../platform/typesetting/test/samples';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { type Recall, recallLetters, recallWords } from '../../../../platform/typesetting/test/word-recall';
import { aLetter } from '../../../letters/test/samples';
import { aNote, aNoteSheet } from '../../test/samples';
import { noteSheetPage } from './note-sheet-page';

/** Of 1,000 well-formed words at most one may be lost. */
function expectAlmostAll(recall: Recall): void {
  expect(recall.lost.slice(0, Math.floor(recall.total / 1000))).toEqual(recall.lost);
}

describe('Hindi in the text layer', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const setLetter = (paragraphs: readonly string[]) =>
    typesetter.typeset(letterPage(aLetter({ body: written(...paragraphs) })));
  const setSheet = (paragraphs: readonly string[]) =>
    typesetter.typeset(
      noteSheetPage(aNoteSheet(paragraphs.map((text, index) => aNote(index + 1, { text: written(text) })))),
    );

  describe.each([
    ['a letter', setLetter],
    ['a note sheet', setSheet],
  ])('of %s', (_, set) => {
    const paragraphs = officeHindi(70);
    const text = paragraphs.join(' ');

    it('comes back word for word and in order through PDFium', async () => {
      const recall = recallWords(text, await pdfText(await set(paragraphs)));
      expect(recall.total).toBeGreaterThan(2000);
      expectAlmostAll(recall);
    });

    itWith('pdftotext')('comes back through pdftotext when spaces are ignored', async () => {
      const { output } = run('pdftotext', ['FILE', '-'], await set(paragraphs));
      expectAlmostAll(recallLetters(text, output.normalize('NFC')));
    });
  });

  const corpus = process.env.PATRAVALI_CORPUS ?? '';
  const note = join(corpus, 'hindi-press-note.txt');
  const itWithCorpus = corpus !== '' && existsSync(note) ? it : it.skip;

  itWithCorpus('of a real press note comes back where it is well-formed (needs PATRAVALI_CORPUS)', async () => {
    const lines = readFileSync(note, 'utf8')
      .normalize('NFC')
      .split('\n')
      .filter((line) => line.length > 20);
    const wellFormed = lines.map((line) =>
      line
        .split(/\s+/)
        .filter((word) => !MALFORMED.test(word))
        .join(' '),
    );
    const recall = recallWords(wellFormed.join(' '), await pdfText(await setLetter(wellFormed)));
    expect(recall.total).toBeGreaterThan(400);
    expectAlmostAll(recall);
  });
});

/** Two vowel signs on one letter, a sign without a letter, a sign after an anusvara, a vowel after a virama: faults of converting legacy fonts. */
const MALFORMED =
  /[\u093e-\u094c\u0901-\u0903]\p{Mc}|[\u0901-\u0903][\u093e-\u094d]|[\u093e-\u094c]{2}|^\p{M}|\u094d\p{Mc}|(?<![\u0904-\u0939\u0958-\u0961]|\u093c)\u094d|\u094d[\u0904-\u0914]/u;
