import {
  diaryNumberIn,
  type DocumentView,
  type FileCreated,
  type NumberHead,
  type Page,
  type PostView,
  type ReceiptCreated,
} from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { chooseAct, goToTab } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();

describe.each(LANGUAGES)('What stands wrongly on the record, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  it(
    'a clerk corrects the diary entry on the desk, must say why, and the diary shows old and new',
    async () => {
      const registry = await Client.signIn(() => office().url, 'ramesh');
      const posts = await registry.ask<Page<PostView>>('listPosts', { query: { limit: '200' } });
      const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(await aTypesetLetter()));
      const wrong = `खाते का सत्यापण ${language}`;
      const body = {
        documentId: document.id,
        subject: wrong,
        senderName: 'बैंक प्रबन्धक',
        receivedOn: dayInIndia(new Date()),
        deliveryMode: 'post',
        language: 'hi',
        forward: { toPostId: posts.items.find(({ marking }) => marking === 'HA(EST)')?.id },
      };
      const receipt = await registry.ask<ReceiptCreated>('createReceipt', { body });
      const [{ id }, diaryNumber] = [receipt, diaryNumberIn(receipt, language)];
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto(`/receipts/${id}`);
      await page.getByRole('button', { name: t('receiptMove.correct') }).click();
      const dialog = page.getByRole('dialog', { name: t('receipts.correctTitle'), exact: true });
      const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
      const correct = dialog.getByRole('button', { name: t('receiptMove.correct'), exact: true });
      const right = `खाते का सत्यापन ${language}`;
      await field(t('receipts.subject')).fill(right);
      await dialog.getByRole('combobox', { name: t('desk.urgency'), exact: true }).click();
      await page.getByRole('option', { name: t('urgency.top_priority'), exact: true }).waitFor();
      expect(await page.getByRole('option', { name: t('urgency.vip'), exact: true }).count()).toBe(0);
      await page.getByRole('option', { name: t('urgency.ordinary'), exact: true }).click();
      await correct.click();
      await field(t('file.reason')).and(page.locator('[aria-invalid="true"]')).waitFor();
      await field(t('file.reason')).fill('वर्तनी की त्रुटि');
      await correct.click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('definition').getByText(right, { exact: true }).waitFor();

      const change = t('receipts.change', { field: t('entryField.subject'), before: wrong, after: right });
      await page.getByText(change).waitFor();
      const dispatcher = await comes('ramesh');
      await dispatcher.page.goto('/registers/diary');
      await dispatcher.page.getByRole('row').filter({ hasText: diaryNumber }).getByText(change).waitFor();
      expect([...person.troubles, ...dispatcher.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'an officer regrades a file, must say why, and the history tells both gradings',
    async () => {
      const client = await Client.signIn(() => office().url, 'vinod');
      const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
      const posts = await client.ask<Page<PostView>>('listPosts', { query: { limit: '200' } });
      const body = { headId: head?.id, subject: 'शिकायत की जाँच' };
      const file = await client.ask<FileCreated>('createFile', { body });
      const toPostId = posts.items.find(({ marking }) => marking === 'AO(EST)')?.id;
      const text = { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आदेशार्थ।' }] }] };
      const sending = { toPostId, note: { text }, confirmNote: true };
      await client.ask('forwardFile', { params: { fileId: file.id }, body: sending });

      const person = await comes('sunita', 'AO(EST)');
      const { page, t } = person;
      await page.goto(`/files/${file.id}`);
      await chooseAct(person, t('fileMove.regrade'));
      const dialog = page.getByRole('dialog', { name: t('fileMove.regrade'), exact: true });
      const regrade = dialog.getByRole('button', { name: t('fileMove.regrade'), exact: true });
      const grading = dialog.getByRole('combobox', { name: t('desk.grading'), exact: true });
      await grading.selectOption({ label: t('grading.confidential') });
      await dialog.getByText(t('file.whyRegrade.above'), { exact: true }).waitFor();
      await dialog.getByText(t('file.regradeTouches'), { exact: true }).waitFor();
      await regrade.click();
      const reason = dialog.getByRole('textbox', { name: t('file.reason'), exact: true });
      await reason.and(page.locator('[aria-invalid="true"]')).waitFor();
      await reason.fill('जाँच गोपनीय है');
      await regrade.click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('banner').or(page.locator('header')).getByText(t('grading.confidential')).first().waitFor();

      await goToTab(person, 'history');
      const row = page.getByRole('row').filter({ hasText: t('event.file.regraded') });
      await row.getByRole('cell', { name: 'जाँच गोपनीय है', exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
