import type { DocumentView, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { copied, untilSelected } from '../../support/page/clipboard/clipboard';
import { signIn } from '../../support/page/person';
import { aScan, scanned } from '../../support/papers/scans';

const JOURNEY_MS = 600_000;
/** The reading gives way to all else that the machine does. */
const READ_MS = 300_000;
const WORDS = 'अग्रणी बैंक';

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
});
