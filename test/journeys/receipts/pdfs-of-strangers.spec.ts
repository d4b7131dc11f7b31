import type { DocumentView, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { ACTIVE_PDFS } from '../../support/papers/active-pdfs';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { signIn } from '../../support/page/person';

const LABELLED = ['a script that runs when it is opened', 'a script of a page', 'a program to start', 'a file inside'];
const OTHERS = ['a form that sends itself', 'a link that is a script', 'a web page before it'];

describe('A PDF of a stranger', () => {
  const office = useJourneyOffice();

  it('that would act is shown with its label, and does nothing in the viewer', async () => {
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const person = await office().person();
    await signIn(person, 'ramesh');
    const { page, t } = person;
    const happened: string[] = [];
    page.on('popup', (popup) => happened.push(`popup ${popup.url()}`));
    page.on('download', (download) => happened.push(`download ${download.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(office().url) && !/^(blob|data):/.test(request.url())) happened.push(request.url());
    });
    for (const name of [...LABELLED, ...OTHERS]) {
      const pdf = ACTIVE_PDFS[name];
      const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array((await pdf?.bytes()) ?? []));
      const body = {
        documentId: document.id,
        subject: name,
        senderName: 'अग्रणी बैंक प्रबन्धक',
        receivedOn: dayInIndia(new Date()),
        deliveryMode: 'post',
        language: 'hi',
      };
      const { id } = await registry.ask<ReceiptCreated>('createReceipt', { body });
      await page.goto(`/receipts/${id}`);
      await page.getByRole('document', { name: 'letter.pdf', exact: true }).waitFor();
      const list = (pdf?.active ?? []).map((each) => t(`activeContent.${each}`)).join(', ');
      const label = page.getByText(t('page.activeContent', { list }), { exact: true });
      if (list === '') expect(await page.getByText(t('page.activeContent', { list: '' }).trim()).count()).toBe(0);
      else await label.waitFor();
      await person.photograph(name.replaceAll(' ', '-'));
      // Wherever it is touched: links lie over the whole page.
      await page.getByRole('document', { name: 'letter.pdf', exact: true }).click({ position: { x: 150, y: 150 } });
    }
    await page.goto('/registers/diary');
    await page.getByRole('row').nth(2).waitFor();
    const list = t('activeContent.attachment');
    await page.getByText(t('page.activeContent', { list }), { exact: true }).first().waitFor();
    await person.photograph('active-content');
    expect([...happened, ...person.troubles]).toEqual([]);
    expect(page.url()).toContain('/registers/diary');
  }, 300_000);

  it.each(LANGUAGES)(
    'that waits to be checked says its place in the queue (%s)',
    async (language) => {
      const person = await office().person({ language });
      await signIn(person, 'ramesh');
      const { page, t } = person;
      let place = 4;
      await page.route('**/api/v1/turns', (route) =>
        route.fulfill({ json: { items: [{ operation: 'uploadDocument', place: Math.max(1, --place) }] } }),
      );
      const { promise: isTold, resolve: goOn } = Promise.withResolvers<undefined>();
      await page.route('**/api/v1/documents?*', async (route) => {
        await isTold;
        await route.continue();
      });
      await page.goto('/receipts/new');
      const buffer = Buffer.from((await ACTIVE_PDFS['an XFA form']?.bytes()) ?? []);
      await page
        .locator('input[type=file][multiple]')
        .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
      await page.getByText(t('page.yourTurn', { place: 2 }), { exact: true }).waitFor();
      await person.photograph(`turn-${language}`);
      goOn(undefined);
      await page.getByText(t('receipts.stored', { n: 1, pages: 1 }), { exact: true }).waitFor();
      expect(await page.getByText(t('page.yourTurn', { place: 1 }), { exact: true }).count()).toBe(0);
    },
    120_000,
  );
});
