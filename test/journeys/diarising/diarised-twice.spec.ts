import { diaryNumberIn, type DocumentView, type ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 300_000;
const office = useJourneyOffice();

describe('A letter that comes a second time', () => {
  it(
    'is said to stand in the diary already by its number as it is typed, and by its scan; and is diarised all the same',
    async () => {
      const pdf = Buffer.from(await aTypesetLetter());
      const registry = await Client.signIn(() => office().url, 'ramesh');
      const document = await registry.upload<DocumentView>('scan.pdf', new Uint8Array(pdf));
      const body = {
        documentId: document.id,
        subject: 'नलकूपों की मरम्मत',
        senderName: 'तहसीलदार, सगड़ी',
        letterNumber: '१२३/स्था०/2026',
        receivedOn: dayInIndia(new Date()),
        deliveryMode: 'speed_post',
        language: 'hi',
      };
      const first = await registry.ask<ReceiptCreated>('createReceipt', { body });
      const person = await office().person();
      const { page, t, language } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const said = page.getByRole('status').filter({ hasText: t('receiptMoves.same') });
      const field = (label: string) => page.getByRole('textbox', { name: label });
      await field(t('receipts.letterNumberOnly')).fill('123-स्था0-2026');
      await field(t('receipts.senderName')).fill('तहसीलदार सगड़ी');
      await said.getByRole('link', { name: diaryNumberIn(first, language), exact: true }).waitFor();
      await person.photograph('same-number-already-diarised');
      await field(t('receipts.senderName')).fill('निरीक्षक');
      await said.waitFor({ state: 'detached' });

      await page
        .getByLabel(t('receipts.chooseScan'))
        .first()
        .setInputFiles({ name: 'again.pdf', mimeType: 'application/pdf', buffer: pdf });
      await said.getByText(/(स्कैन यही है|the same scan)/).waitFor();
      await person.photograph('same-scan-already-diarised');
      await field(t('receipts.subject')).fill('नलकूपों की मरम्मत, दूसरी बार');
      await page.keyboard.press('Control+Enter');
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasNotText: t('desk.diarise') })
        .waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
