import type { DocumentView, ReceiptCreated } from '@patravali/contract';
import { letterPage } from '@patravali/letters';
import { dayInIndia } from '@patravali/language';
import { startTypesetter } from '@patravali/typesetting';
import type { Page } from 'playwright-core';
import { aLetter } from '../../../libs/office/letters/test/samples';
import { noteSheetPage } from '../../../libs/office/records/src/note-sheet/note-sheet-page';
import { aNote, aNoteSheet } from '../../../libs/office/records/test/samples';
import { ALL_HARD_WORDS } from '../../../libs/platform/typesetting/test/hard-words';
import { officeHindi } from '../../../libs/platform/typesetting/test/office-hindi';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { recallWords } from '../../../libs/platform/typesetting/test/word-recall';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { copied, untilSelected } from '../../support/page/clipboard/clipboard';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
/** What must come back of a text that is copied from the screen. */
const OF_RUNNING_TEXT = 0.999;
const OF_HARD_WORDS = 0.99;

const HARD = ALL_HARD_WORDS.join(' ');
const RUNNING = officeHindi(100);

const sheetOf = (page: Page) => page.getByRole('document', { name: 'letter.pdf', exact: true });

describe('What is copied from the viewer', () => {
  const office = useJourneyOffice();
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  /** The registry's page of a receipt whose scan is this PDF. */
  async function shown(pdf: Uint8Array, firstWords: string): Promise<Person> {
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(pdf));
    const body = {
      documentId: document.id,
      subject: 'पेंशन',
      senderName: 'अग्रणी बैंक प्रबन्धक',
      receivedOn: dayInIndia(new Date()),
      deliveryMode: 'post',
      language: 'hi',
    };
    const { id } = await registry.ask<ReceiptCreated>('createReceipt', { body });
    const person = await office().person();
    await signIn(person, 'ramesh');
    await person.page.goto(`/receipts/${id}`);
    await untilTheSheetReads(person.page, firstWords);
    return person;
  }

  /** All of it, with the keys that everybody knows. */
  async function allCopied({ page }: Person): Promise<string> {
    await sheetOf(page).focus();
    await page.keyboard.press('Control+a');
    await untilSelected(page, 1);
    return await copied(page);
  }

  function expectBack(text: string, read: string, share: number): void {
    const { total, lost } = recallWords(text, read);
    expect(lost.slice(0, Math.floor(total * (1 - share)))).toEqual(lost);
  }

  it.each([
    ['a letter', (texts: readonly string[]) => letterPage(aLetter({ body: written(...texts) })), 'कार्यालय मण्डलायुक्त'],
    [
      'a note sheet',
      (texts: readonly string[]) =>
        noteSheetPage(aNoteSheet(texts.map((text, index) => aNote(index + 1, { text: written(text) })))),
      'टिप्पणी पत्रक',
    ],
  ])(
    'of %s is all of it, as it was written, on however many pages',
    async (_, page, firstWords) => {
      const person = await shown(await typesetter.typeset(page([HARD, ...RUNNING])), firstWords);
      const read = await allCopied(person);
      expectBack(HARD, read, OF_HARD_WORDS);
      expectBack(RUNNING.join(' '), read, OF_RUNNING_TEXT);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'from one page to another far below is what lies between, though the first is no longer near',
    async () => {
      const pdf = await typesetter.typeset(letterPage(aLetter({ body: written(...RUNNING) })));
      const person = await shown(pdf, 'कार्यालय मण्डलायुक्त');
      const { page, t } = person;
      const viewer = sheetOf(page);
      await viewer.getByText('कार्यालय मण्डलायुक्त').click({ position: { x: 1, y: 5 } });
      const sixth = viewer.getByRole('region', { name: t('viewer.pageOf', { page: 6, pages: '' }) });
      while ((await sixth.count()) === 0) await page.keyboard.press('ArrowRight');
      await sixth
        .locator('span')
        .first()
        .click({ modifiers: ['Shift'] });
      const text = RUNNING.slice(0, 35).join(' ');
      await untilSelected(page, text.length);
      const read = await copied(page);
      expectBack(text, read, OF_RUNNING_TEXT);
    },
    JOURNEY_MS,
  );

  it(
    'is what can be found in it, whichever way it is typed',
    async () => {
      const text = 'अभिलेखागार के रिकॉर्ड्स ज़िला मुख्यालय भेजे जायें।';
      const pdf = await typesetter.typeset(letterPage(aLetter({ body: written(text, ...RUNNING.slice(0, 8)) })));
      const person = await shown(pdf, 'अभिलेखागार');
      const { page, t } = person;
      await sheetOf(page).focus();
      await page.keyboard.press('Control+f');
      const box = page.getByRole('searchbox', { name: t('viewer.find'), exact: true });
      for (const words of ['अभिलेखागार के रिकॉर्ड्स', 'रिकॉर्ड्\u200cस \u095bिला']) {
        await box.fill('');
        await page.getByText(t('viewer.noHits'), { exact: true }).waitFor();
        await box.fill(words);
        await page.getByText(t('viewer.hitOf', { hit: 1, hits: 1 }), { exact: true }).waitFor();
      }
      await person.photograph('found-in-the-viewer');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
