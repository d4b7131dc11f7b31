import type { FileCreated, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { pageTexts } from '../../../libs/platform/typesetting/test/pdf-text';
import { chooseAct } from '../../support/page/file';
import { Client } from '../../support/journeys/client';
import { aLetterOfPages } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';

const CLERK = 'vinod';
/** More than come at once. */
const PAGES = 230;

describe('a part of a file, and a PDF that takes long', () => {
  const office = useJourneyOffice();
  let file: FileCreated;
  beforeAll(async () => {
    const client = await Client.signIn(() => office().url, CLERK);
    const { items } = await client.ask<{ items: { id: string }[] }>('listNumberHeads');
    file = await client.ask('createFile', { body: { headId: items[0]?.id, subject: 'लम्बी पत्रावली' } });
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const { id: documentId } = await registry.upload<{ id: string }>('long.pdf', await aLetterOfPages(PAGES));
    const body = {
      documentId,
      subject: 'लम्बा पत्र',
      senderName: 'जिलाधिकारी',
      receivedOn: dayInIndia(new Date()),
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: client.postId },
    };
    const { id: receiptId } = await registry.ask<ReceiptCreated>('createReceipt', { body });
    await client.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: file.id, flag: null } });
  }, 300_000);

  const openPart = (person: Person) => chooseAct(person, person.t('acts.partPdf'));
  const dialogOf = ({ page, t }: Person) =>
    page.getByRole('dialog', { name: t('pdfs.partTitle', { number: file.number }), exact: true });

  it('is typed or clicked together, and comes at once; a page comes from the viewer', async () => {
    const clerk = await office().person();
    const { page, t } = clerk;
    await signIn(clerk, CLERK);
    await page.goto(`/files/${file.id}`);
    await openPart(clerk);
    const dialog = dialogOf(clerk);
    const field = dialog.getByRole('textbox', { name: t('pdfs.selection') });
    await field.fill('पृ० ३ से ५, टि० 7');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(t('pdfs.notOnFile', { missing: 'N/7', present: `C/1–${PAGES}` })).waitFor();
    await clerk.photograph('part-refused-hi');
    await field.fill('पृ० ३ से ५');
    const { name, bytes } = await clerk.download(() => page.keyboard.press('Control+Enter'));
    expect(name).toContain('C-3–5');
    const texts = await pageTexts(bytes);
    expect(texts.slice(2).map((text) => /sheet \d+/.exec(text)?.[0])).toEqual(['sheet 3', 'sheet 4', 'sheet 5']);
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: t('viewer.more'), exact: true }).click();
    const extract = page.getByRole('menuitem', { name: t('pdfs.extractThis', { page: 1 }), exact: true });
    const one = await clerk.download(() => extract.click());
    expect(await pageTexts(one.bytes)).toEqual([expect.stringMatching(/sheet 1\..*C\/1/s)]);
    expect(clerk.troubles).toEqual([]);
  }, 300_000);

  it('is left, told of when it is ready, and found again', async () => {
    const clerk = await office().person();
    const { page, t } = clerk;
    await signIn(clerk, CLERK);
    await page.goto(`/files/${file.id}`);
    await openPart(clerk);
    const dialog = dialogOf(clerk);
    const letter = dialog.getByRole('checkbox');
    await letter.check();
    expect(await dialog.getByRole('textbox', { name: t('pdfs.selection') }).inputValue()).toBe(`C/1–${PAGES}`);
    await clerk.photograph('part-chosen-hi');
    await clerk.sees(t('pdfs.asked'), () => dialog.getByRole('button', { name: t('pdfs.make'), exact: true }).click());
    // Elsewhere in the office.
    await page.goto('/search');
    await clerk.sees(t('pdfs.isReady', { number: file.number }));
    await clerk.photograph('pdf-ready-hi');
    await page.goto('/pdfs');
    const download = page.getByRole('button', { name: t('pdfs.downloadThat', { number: file.number }) });
    await download.waitFor();
    await clerk.photograph('my-pdfs-hi');
    const { bytes } = await clerk.download(() => download.click());
    const texts = await pageTexts(bytes);
    expect(texts.slice(-PAGES).map((text) => /sheet (\d+)\./.exec(text)?.[1])).toEqual(
      Array.from({ length: PAGES }, (_, index) => String(index + 1)),
    );
    expect(clerk.troubles).toEqual([]);

    const inEnglish = await office().person({ language: 'en', colorScheme: 'dark' });
    await signIn(inEnglish, CLERK);
    await inEnglish.page.goto('/pdfs');
    await inEnglish.page.getByRole('listitem').first().waitFor();
    await inEnglish.photograph('my-pdfs-en-dark');
    const other = await office().person();
    await signIn(other, 'ramesh');
    await other.page.goto('/pdfs');
    await other.page.getByText(other.t('pdfs.none'), { exact: true }).waitFor();
  }, 300_000);
});
