import type { DocumentView, FileCreated, NumberHead, Page, ReceiptCreated } from '@patravali/contract';
import { aPdf } from '../../libs/platform/typesetting/test/odd-pdfs';
import { written } from '../../libs/platform/typesetting/test/samples';
import { BROKEN_IN, hostileWords } from '../support/journeys/hostile-words';
import { Client } from '../support/journeys/client';
import { useJourneyOffice } from '../support/journeys/office';
import { type Person, signIn } from '../support/page/person';

const JOURNEY_MS = 900_000;
/** Each hostile text by itself: together 5,000. */
const NOTES = 2_440;
const SUBJECTS = 500;
const FILE_NAMES = 60;
const PASTED = 2_000;
const PARAGRAPHS_OF_A_NOTE = 61;
const PASTED_AT_ONCE = 50;
const ROWS_OF_A_PAGE = 50;

describe('Of 5,000 texts that are meant to run as scripts, none does,', () => {
  const office = useJourneyOffice();
  const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 100_000);
  const clerk = () => Client.signIn(() => office().url, 'vinod');
  const aClerk = async (): Promise<Person> => {
    const person = await office().person();
    await signIn(person, 'vinod');
    return person;
  };
  beforeAll(() => process.stdout.write(`HOSTILE_SEED=${seed}\n`));

  it(
    `where they are ${NOTES} paragraphs of notes`,
    async () => {
      const client = await clerk();
      const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      const fileId = await newFile(client, 'विद्युत आपूर्ति');
      const words = hostileWords(NOTES, seed);
      for (let note = 0; note * PARAGRAPHS_OF_A_NOTE < NOTES; note++) {
        const [from, to] = note % 2 === 0 ? [client, officer] : [officer, client];
        const text = written(...words.slice(note * PARAGRAPHS_OF_A_NOTE, (note + 1) * PARAGRAPHS_OF_A_NOTE));
        const body = { toPostId: to.postId, note: { text, decision: null }, confirmNote: true };
        await from.ask('forwardFile', { params: { fileId }, body });
      }
      const person = await aClerk();
      await person.page.goto(`/files/${fileId}`);
      const paragraphs = person.page.locator('[id^="paragraph-"]');
      await person.page.locator(`#paragraph-${NOTES}`).waitFor();
      await person.page.locator('#paragraph-1').waitFor({ state: 'attached' });
      await paragraphs.nth(NOTES - 1).waitFor({ state: 'attached' });
      expect(await paragraphs.count()).toBe(NOTES);
      await nothingRan(person);
    },
    JOURNEY_MS,
  );

  it(
    `where they are the subjects of ${SUBJECTS} files`,
    async () => {
      const client = await clerk();
      for (const subject of hostileWords(SUBJECTS, seed + 1, 500)) await newFile(client, subject);
      const person = await aClerk();
      const { page, t } = person;
      await page.goto('/desk/created');
      const rows = page.getByRole('main').getByRole('list').getByRole('listitem');
      await rows.first().waitFor();
      for (let shown = ROWS_OF_A_PAGE; shown < SUBJECTS; shown += ROWS_OF_A_PAGE) {
        await page.getByRole('button', { name: t('page.more'), exact: true }).click();
        await rows.nth(shown).waitFor({ state: 'attached' });
      }
      await nothingRan(person);
    },
    JOURNEY_MS,
  );

  it(
    `where they are the names of ${FILE_NAMES} files that were sent in`,
    async () => {
      const registry = await Client.signIn(() => office().url, 'ramesh');
      const person = await office().person();
      await signIn(person, 'ramesh');
      for (const [index, fileName] of hostileWords(FILE_NAMES, seed + 2, 150).entries()) {
        const pdf = new Uint8Array(await aPdf(1, { text: `letter ${index}` }));
        const { id: documentId } = await registry.upload<DocumentView>(fileName, pdf);
        const body = {
          documentId,
          subject: 'पत्र',
          senderName: 'जिला समाज कल्याण अधिकारी',
          receivedOn: '2026-01-05',
          deliveryMode: 'post',
          language: 'hi',
        };
        const { id } = await registry.ask<ReceiptCreated>('createReceipt', { body });
        await person.page.goto(`/receipts/${id}`);
        await person.page.getByRole('document').waitFor();
      }
      await nothingRan(person);
    },
    JOURNEY_MS,
  );

  it(
    `where they are ${PASTED} documents pasted into a note`,
    async () => {
      const fileId = await newFile(await clerk(), 'चिपकाया हुआ पाठ');
      const person = await aClerk();
      const { page, t } = person;
      await page.goto(`/files/${fileId}`);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.click();
      const words = hostileWords(PASTED, seed + 3);
      for (let at = 0; at < PASTED; at += PASTED_AT_ONCE) {
        await page.evaluate(pasting(words.slice(at, at + PASTED_AT_ONCE)));
        expect(await composer.locator('script, img, iframe, object, svg, [onerror], [onload]').count()).toBe(0);
        await composer.press('Control+a');
        await composer.press('Delete');
      }
      await nothingRan(person, LOOKS);
    },
    JOURNEY_MS,
  );
});

async function newFile(by: Client, subject: string): Promise<string> {
  const [head] = (await by.ask<Page<NumberHead>>('listNumberHeads')).items;
  return (await by.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } })).id;
}

/** Half of each document is what a web page would put on the clipboard, half is its text. */
const pasting = (documents: readonly string[]) => `
  for (const html of ${JSON.stringify(documents)}) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<html><body><!--StartFragment-->' + html + '<p>पाठ</p><!--EndFragment--></body></html>');
    clipboardData.setData('text/plain', html);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  }`;

/** Of a pasted document, which is read in a document of its own that nobody sees: how it would look, and where its links lead. */
const LOOKS = /^stopped by the policy: (style-src-attr|style-src-elem|base-uri) /;

/** Nor did the policy of the page have to stop a script, which would be one of its troubles. */
async function nothingRan({ page, troubles }: Person, stopped = /^$/): Promise<void> {
  expect(await page.evaluate(`window.${BROKEN_IN} === undefined`)).toBe(true);
  expect(await page.locator('img[src="x"], body script:not([src]), [onerror], [onload], iframe').count()).toBe(0);
  expect(troubles.filter((trouble) => !stopped.test(trouble))).toEqual([]);
}
