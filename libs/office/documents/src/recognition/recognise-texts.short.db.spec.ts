import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DocumentText } from '@patravali/contract';
import { ReadDocumentText, RecogniseTexts, UploadDocument } from '@patravali/documents';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { PDFDocument } from 'pdf-lib';
import { documentActs } from '../../../../../test/support/acts/document-acts';
import { HOSTILE_PDFS } from '../../../../../test/support/papers/hostile-pdfs';
import { useOffice } from '../../../../../test/support/office/office';
import {
  aScan,
  brokenPage,
  hugePage,
  noisyPage,
  type ScannedPage,
  scanned,
  upsideDown,
} from '../../../../../test/support/papers/scans';
import { killedOnce } from '../../../../../test/support/processes/own-children';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../platform/typesetting/test/samples';
import { aLetter } from '../../../letters/test/samples';
import { RECOGNITION_LIMITS } from './recognition-limits';

const OCR_MS = 300_000;
const HINDI = 'कार्यालय मण्डलायुक्त के पत्रांक 412 के सन्दर्भ में अवगत कराना है कि पेंशन के 42 प्रकरण लम्बित हैं।';
const ENGLISH = 'With reference to your letter the inspection of the office is fixed for the tenth of October.';

const office = useOffice({ holds: 'section', config: { maxUploadBytes: 20_000_000 } });
const { upload, pdf, diarise } = documentActs(office);
const recogniser = () => office().get(RecogniseTexts);
const recognise = () => recogniser().execute();
/** At the pace of the other tests. */
const LIMITS = { ...RECOGNITION_LIMITS, givesWay: false };
beforeAll(() => {
  recogniser().limits = LIMITS;
});

/** Diarised by the assistant. @returns its id. */
async function received(bytes: Uint8Array): Promise<string> {
  const aso = office().at('ASO');
  // As if it had come in before uploads were inspected.
  const facts = { pages: 1, hasText: false };
  const { id } = await office()
    .get(UploadDocument)
    .execute(aso, { body: Readable.from([bytes]), fileName: 'पत्र.pdf', facts });
  await diarise(aso, id);
  return id;
}
const textOf = async (id: string, marking: 'ASO' | 'CLERK' = 'ASO') =>
  await office().get(ReadDocumentText).execute(office().at(marking), id, { after: 0 });
const wordsOf = ({ pages }: DocumentText) =>
  pages.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n')).join('\n');

/** Letters to insert, to leave out or to put for others until one text is the other, in per cent of the first. */
function errorRate(truth: string, read: string): number {
  const lettersOf = (text: string) => Array.from(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  const [one, other] = [lettersOf(truth), lettersOf(read)];
  let row = other.map((_, index) => index + 1);
  one.forEach((letter, at) => {
    let [diagonal, left] = [at, at + 1];
    row = row.map((above, index) => {
      left = Math.min(above + 1, left + 1, diagonal + Number(letter !== other[index]));
      diagonal = above;
      return left;
    });
  });
  return (100 * (row.at(-1) ?? one.length)) / one.length;
}

const corpus = process.env.PATRAVALI_CORPUS;
(corpus ? describe : describe.skip)('the text of the letters of the corpus (needs PATRAVALI_CORPUS)', () => {
  it.each([
    ['hi-pension', 'hi', 2.5],
    ['en-inspection', 'en', 1],
    ['bi-workshop', 'mixed', 2.5],
  ] as const)(
    'of %s is read as %s, with at most %s per cent of its letters wrong',
    async (name, language, most) => {
      const folder = join(corpus ?? '', 'letters');
      const id = await received(readFileSync(join(folder, `${name}.scan.pdf`)));
      await recognise();
      const text = await textOf(id);
      const rate = errorRate(readFileSync(join(folder, `${name}.txt`), 'utf8'), wordsOf(text));
      process.stdout.write(
        `${name}: ${rate.toFixed(2)} % of the letters wrong, language ${String(text.pages[0]?.language)}\n`,
      );
      expect(text).toMatchObject({ state: 'done', scans: 1, read: 1, pages: [{ page: 1, language, failed: false }] });
      expect(rate).toBeLessThanOrEqual(most);
    },
    OCR_MS,
  );
});

describe('the text of a scan', () => {
  const typesetter = startTypesetter();
  let letter: Uint8Array;
  let page: ScannedPage;
  beforeAll(async () => {
    letter = await typesetter.typeset(letterPage(aLetter({ body: written(HINDI, ENGLISH) })));
    page = (await scanned(letter))[0] ?? hugePage(1);
  }, OCR_MS);
  afterAll(() => typesetter.close());

  it(
    'is wanted when the letter is diarised, and is there when it was recognised, each word in its place',
    async () => {
      const aso = office().at('ASO');
      const { id } = await upload(aso, aScan([page]));
      expect(await textOf(id)).toMatchObject({ state: 'none', pages: [] });
      await diarise(aso, id);
      expect(await textOf(id)).toMatchObject({ state: 'waiting', scans: 0 });
      await recognise();
      const text = await textOf(id);
      expect(text).toMatchObject({ state: 'done', scans: 1, read: 1, next: null });
      expect(errorRate(await pdfText(letter), wordsOf(text))).toBeLessThanOrEqual(8);
      const words = text.pages[0]?.lines.flat() ?? [];
      expect(
        words.every(({ left, top, width, height }) => left > 0 && top > 0 && left + width < 596 && top + height < 843),
      ).toBe(true);
    },
    OCR_MS,
  );

  it('is for those alone who may read the document', async () => {
    const id = await received(aScan([page]));
    await expect(textOf(id, 'CLERK')).rejects.toMatchObject({ code: 'not-found' });
  });

  it(
    'is read from a sheet that lies upside down, and stands where the words are seen',
    async () => {
      const [upright, turned] = [await received(aScan([page])), await received(aScan([upsideDown(page)]))];
      await recognise();
      const [one, other] = [await textOf(upright), await textOf(turned)];
      expect(errorRate(wordsOf(one), wordsOf(other))).toBeLessThanOrEqual(5);
      const first = one.pages[0]?.lines[0]?.[0];
      const same = other.pages[0]?.lines.flat().find(({ text }) => text === first?.text);
      expect((same?.top ?? 0) + (same?.height ?? 0)).toBeCloseTo(842 - (first?.top ?? 0), -1);
    },
    OCR_MS,
  );

  it('is not looked for where there is one, nor on an empty page', async () => {
    const [own, empty] = [await received(letter), await received(await pdf(3))];
    await recognise();
    for (const id of [own, empty]) expect(await textOf(id)).toMatchObject({ state: 'done', scans: 0, read: 0 });
  });

  it(
    'is lost on those pages alone whose pictures are broken, too large or endless',
    async () => {
      recogniser().limits = { ...LIMITS, pageWorkMs: 8_000 };
      const id = await received(
        aScan([hugePage(60_000), page, brokenPage(), hugePage(2_000_000_000), noisyPage(3_000), page]),
      );
      await recognise().finally(() => (recogniser().limits = LIMITS));
      const { state, scans, pages } = await textOf(id);
      expect({ state, scans }).toEqual({ state: 'done', scans: 6 });
      const words = pages.map(({ lines }) => lines.flat().length);
      expect(words[1]).toBeGreaterThan(20);
      expect(words[5]).toBe(words[1]);
      expect([words[0], words[2], words[3], words[4]]).toEqual([0, 0, 0, 0]);
    },
    OCR_MS,
  );

  it(
    'comes all the same when the process that reads it is killed',
    async () => {
      const id = await received(aScan([page, page]));
      const running = recognise();
      await killedOnce('recognition-child');
      await running;
      const { state, pages } = await textOf(id);
      expect(state).toBe('done');
      expect(pages.map(({ failed, lines }) => [failed, lines.length > 3])).toEqual([
        [false, true],
        [false, true],
      ]);
    },
    OCR_MS,
  );

  it(
    'of the next document comes whatever this one is',
    async () => {
      const hostile = [];
      for (const name of ['an image of 60,000 by 60,000', 'JPEG 2000 that is none', 'a form that draws itself']) {
        hostile.push(await received(HOSTILE_PDFS[name]?.() ?? Buffer.of()));
      }
      const id = await received(aScan([page]));
      // One of them is looked at for ever.
      recogniser().limits = { ...LIMITS, lookWorkMs: 3_000 };
      await recognise().finally(() => (recogniser().limits = LIMITS));
      expect((await textOf(id)).pages[0]?.lines.length).toBeGreaterThan(3);
      for (const each of hostile) expect(['done', 'failed']).toContain((await textOf(each)).state);
    },
    OCR_MS,
  );

  it(
    'is taken up again by another process when the one that had it is gone',
    async () => {
      const id = await received(aScan([page, page]));
      const running = recognise();
      await recogniser().onApplicationShutdown();
      await running;
      expect((await textOf(id)).state).not.toBe('done');
      const other = (await office().start()).get(RecogniseTexts, { strict: false });
      other.limits = LIMITS;
      await other.execute();
      expect(await textOf(id)).toMatchObject({ state: 'done', scans: 2, read: 2 });
    },
    OCR_MS,
  );
});

it('goes with its document', async () => {
  const [aso] = [office().at('ASO')];
  const document = await PDFDocument.create();
  document.addPage();
  const { id } = await upload(aso, await document.save());
  await office().rows('INSERT INTO document_text (organisation_id, document_id) VALUES ($1, $2)', [office().id, id]);
  await office().rows(`ALTER TABLE document DISABLE TRIGGER USER`);
  await office().rows('DELETE FROM document WHERE id = $1', [id]);
  await office().rows(`ALTER TABLE document ENABLE TRIGGER USER`);
  expect(await office().rows('SELECT 1 FROM document_text WHERE document_id = $1', [id])).toEqual([]);
});
