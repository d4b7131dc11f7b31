import {
  drawLetter,
  LAYOUT_COUNT,
  type ToDiarise,
  TONGUES,
} from '../../../../../test/support/papers/diarised/letters-to-diarise';
import { type LetterRead, readLetter } from './read-letter';

const TODAY = '2026-12-03';
const FIELDS = [
  'subject',
  'senderName',
  'senderDesignation',
  'letterNumber',
  'letterDate',
  'language',
  'urgency',
  'dueOn',
] as const;
const LETTERS = 4 * 2 * LAYOUT_COUNT * TONGUES.length + 24;
/** Least share of right values in each field, and most of wrong ones that were said to be certain, in per cent. */
const RIGHT = 90;
const WRONG_AND_CERTAIN = 2;

/** Spaces and the stop at the end are the same to whoever diarises. */
const compared = (value: string | null | undefined) =>
  value
    ?.normalize('NFC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[.,;:।()]+$/gu, '')
    .replaceAll(/^[.,;:(]+/gu, '') ?? null;

const drawn = Array.from({ length: LETTERS }, (_, index) => {
  const letter = drawLetter(Math.floor(index / 2), index % 2 === 1);
  return { letter, read: readLetter([{ page: 1, text: letter.text }], TODAY) };
});
const isRight = (field: keyof ToDiarise, read: LetterRead, truth: ToDiarise) =>
  compared(read[field]?.value) === compared(truth[field]);

describe(`of ${LETTERS} letters in ${LAYOUT_COUNT} layouts, Hindi, English and mixed, half of them as OCR leaves them`, () => {
  it.each(FIELDS)('the field %s is read right in nine of ten, and seldom wrong where it is certain', (field) => {
    const wrong = drawn.filter(({ letter, read }) => !isRight(field, read, letter.truth));
    const share = (100 * (LETTERS - wrong.length)) / LETTERS;
    const certain = wrong.filter(({ read }) => read[field]?.certain);
    const told = wrong
      .slice(0, 12)
      .map(
        ({ letter, read }) =>
          `${letter.name}: ${JSON.stringify(read[field]?.value ?? null)}${read[field]?.certain ? ' (certain)' : ''} for ${JSON.stringify(letter.truth[field])}`,
      )
      .join('\n');
    const figures = `${field}: ${share.toFixed(1)} % right, ${((100 * certain.length) / LETTERS).toFixed(1)} % wrong and certain`;
    if (share < RIGHT || (100 * certain.length) / LETTERS > WRONG_AND_CERTAIN) throw new Error(`${figures}\n${told}`);
  });

  it('each value stands where it says that it was read', () => {
    for (const { letter, read } of drawn) {
      for (const field of FIELDS) {
        const at = read[field]?.at;
        if (!at) continue;
        expect(letter.text.slice(at.start, at.end).replaceAll(/\s+/gu, ' ').trim()).toBe(at.words);
      }
    }
  });
});
