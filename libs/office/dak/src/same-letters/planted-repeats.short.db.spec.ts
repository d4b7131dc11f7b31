import { CreateReceipt as CreateReceiptRequest, type LetterToDiarise } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { useOffice } from '../../../../../test/support/office/office';
import { drawLetter } from '../../../../../test/support/papers/diarised/letters-to-diarise';
import { readLetter } from '../letter/read-letter';
import { FindSameLetters } from './find-same-letters';

const TODAY = '2026-12-03';
const [LETTERS, REPEATS] = [300, 40];
const [LEAST_RECALL, LEAST_PRECISION] = [0.95, 0.9];

const office = useOffice({ holds: 'section' });

/** What a machine reads of a scan, with mistakes of its own. */
function readAgain(seed: number): LetterToDiarise {
  const read = readLetter([{ page: 1, text: drawLetter(seed, true, 1).text }], TODAY);
  const value = (field: 'letterNumber' | 'letterDate' | 'subject') => read[field]?.value ?? undefined;
  return {
    letterNumber: value('letterNumber'),
    letterDate: value('letterDate'),
    subject: value('subject'),
    senderName: (read.senderName ?? read.senderDesignation)?.value,
  };
}

describe(`of ${LETTERS} letters in twelve layouts, ${REPEATS} of which come a second time`, () => {
  const diarised: string[] = [];
  beforeAll(async () => {
    const by = office().at('ASO');
    for (let seed = 0; seed < LETTERS - REPEATS; seed++) {
      const { subject, senderName, letterNumber, letterDate } = drawLetter(seed, false).truth;
      const request = CreateReceiptRequest.parse({
        documentId: await office().newDocument(by),
        subject: subject ?? 'विषय नहीं लिखा है',
        senderName,
        letterNumber: letterNumber ?? undefined,
        letterDate: letterDate ?? undefined,
        receivedOn: TODAY,
        deliveryMode: 'post',
        language: 'hi',
      });
      diarised.push((await office().get(CreateReceipt).execute(by, request)).id);
    }
  }, 120_000);

  const found = async (seed: number) => {
    const same = await office().get(FindSameLetters).execute(office().at('ASO'), readAgain(seed));
    return same.map(({ id }) => diarised.indexOf(id));
  };

  it('nearly all repeats are told, and seldom another letter', async () => {
    let [told, right] = [0, 0];
    const repeated = Array.from({ length: REPEATS }, (_, at) => Math.floor((at * (LETTERS - REPEATS)) / REPEATS));
    for (const seed of repeated) {
      const same = await found(seed);
      if (same.length > 0) told += 1;
      if (same[0] === seed) right += 1;
    }
    for (let seed = LETTERS; seed < 2 * LETTERS - REPEATS; seed++) if ((await found(seed)).length > 0) told += 1;
    expect([right / REPEATS >= LEAST_RECALL, right / told >= LEAST_PRECISION, right, told]).toEqual([
      true,
      true,
      expect.any(Number),
      expect.any(Number),
    ]);
  }, 120_000);
});
