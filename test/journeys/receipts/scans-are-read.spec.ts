import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentView, ReceiptCreated, SearchAnswer } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { aLetterOfPages, aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { copied, untilSelected } from '../../support/page/clipboard/clipboard';
import { signIn } from '../../support/page/person';
import { aScan, scanned } from '../../support/papers/scans';

const JOURNEY_MS = 600_000;
/** The reading gives way to all else that the machine does. */
const READ_MS = 300_000;
const WORDS = 'अग्रणी बैंक';
const WORD = 'अग्रणी';
/** Until it is within the window. Written as text: it runs in the browser. */
const IN_SIGHT = `(mark) => new Promise((seen, failed) => {
  new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && seen(null)).observe(mark);
  setTimeout(() => failed(new Error('not in sight: ' + JSON.stringify(mark.getBoundingClientRect()))), 10000);
})`;

describe('A scanned letter', () => {
  const office = useJourneyOffice();

  it(
    'is a picture when it is diarised; then its text comes by itself, and is found and copied',
    async () => {
      const scan = aScan(await scanned(await aTypesetLetter()));
      const registry = await Client.signIn(() => office().url, 'ramesh');
      const document = await registry.upload<DocumentView>('scan.pdf', new Uint8Array(scan));
      const person = await office().person();
      await signIn(person, 'ramesh');
      const body = {
        documentId: document.id,
        subject: 'पेंशन',
        senderName: 'अग्रणी बैंक प्रबन्धक',
        receivedOn: dayInIndia(new Date()),
        deliveryMode: 'post',
        language: 'hi',
      };
      const { id } = await registry.ask<ReceiptCreated>('createReceipt', { body });
      const { page, t } = person;
      await page.goto(`/receipts/${id}`);
      const sheet = page.getByRole('document', { name: 'scan.pdf', exact: true });
      await sheet.waitFor();
      await person.photograph('scan-being-read');

      await sheet.getByText('पेंशन').first().waitFor({ timeout: READ_MS });
      await sheet.focus();
      await page.keyboard.press('Control+f');
      await page.getByRole('searchbox', { name: t('viewer.find'), exact: true }).fill(WORDS);
      await page
        .getByText(new RegExp(`^${t('viewer.hitOf', { hit: 1, hits: '[1-9]' })}$`))
        .waitFor({ timeout: READ_MS });
      await person.photograph('scan-read-and-found');
      await page.keyboard.press('Escape');

      await sheet.focus();
      await page.keyboard.press('Control+a');
      await untilSelected(page, 200);
      expect(await copied(page)).toContain(WORDS);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is found by a word of its second page, and opens there with the word marked',
    async () => {
      const pages = [await aLetterOfPages(1), await aTypesetLetter()];
      const scan = aScan((await Promise.all(pages.map(scanned))).flat());
      const receipt = await new ClerksDesk(office).diarised('पृष्ठों का पत्र', {}, new Uint8Array(scan));
      await untilFound(await Client.signIn(() => office().url, 'ramesh'), receipt.id);

      const person = await office().person();
      await signIn(person, 'ramesh');
      const { page, t } = person;
      await page.goto(`/search?q=${encodeURIComponent(WORD)}&kind=scan`);
      const row = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: t('search.page', { page: 2 }) });
      await row.filter({ has: page.locator('mark', { hasText: WORD }) }).waitFor();
      await row.getByRole('button').click();
      await page.locator('[data-page="1"] mark').first().waitFor();
      await person.photograph('scan-found-beside');
      await page.keyboard.press('Enter');

      await page.waitForURL(`**/receipts/${receipt.id}?document=**&page=2&found=**`);
      const mark = page
        .getByRole('document', { name: 'letter.pdf', exact: true })
        .locator('[data-page="1"] mark')
        .first();
      await mark.waitFor();
      await page.getByText(t('viewer.pageOf', { page: 2, pages: 2 }), { exact: true }).waitFor();
      await mark.evaluate(IN_SIGHT);
      await person.photograph('scan-found-on-page');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** Until the search knows what was read on the pages of this letter. */
async function untilFound(client: Client, receiptId: string): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const { kinds } = await client.ask<SearchAnswer>('searchOffice', { query: { q: WORD, kind: 'scan' } });
    if (kinds.some(({ items }) => items.some((hit) => hit.receiptId === receiptId && hit.page === 2))) return;
    if (Date.now() - begun > READ_MS) throw new Error('it is not found');
    await sleep(1_000);
  }
}
