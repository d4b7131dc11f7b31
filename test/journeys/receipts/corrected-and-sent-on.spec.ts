import {
  diaryNumberIn,
  type DocumentView,
  type FileCreated,
  type NumberHead,
  type Page,
  type PostView,
  type ReceiptCreated,
} from '@patravali/contract';
import { dayInIndia, formatDate, formatDayAndMonth } from '@patravali/language';
import type { Locator } from 'playwright-core';
import { workingDayFrom } from '../../../apps/office/src/demo/story/working-time';
import { aNote } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, openRow, pickPost, rowOf } from '../../support/page/desk';
import { goToTab } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

/** Or the next day on which the demo office works. */
const IN_TEN_DAYS = workingDayFrom(dayInIndia(new Date(Date.now() + 10 * 86_400_000)));
const JOURNEY_MS = 600_000;

const office = useJourneyOffice();

describe.each(LANGUAGES)('At the desk of a clerk, in %s', (language) => {
  const shortDay = formatDayAndMonth(IN_TEN_DAYS, language);
  const registerDay = formatDate('register', IN_TEN_DAYS, language);
  const clerk = () => Client.signIn(() => office().url, 'vinod');

  /** A file that lies on the clerk's desk, with a note that is ready to go. */
  async function aFile(subject: string): Promise<FileCreated> {
    const client = await clerk();
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } });
    await client.ask('addNote', { params: { fileId: file.id }, body: aNote('आदेशार्थ प्रस्तुत।') });
    await client.ask('confirmNote', { params: { fileId: file.id } });
    return file;
  }

  /** The diary number of a letter that the registry has marked to the clerk. */
  async function aReceipt(subject: string): Promise<string> {
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const posts = await registry.ask<Page<PostView>>('listPosts', { query: { limit: '200' } });
    const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(await aTypesetLetter()));
    const body = {
      documentId: document.id,
      subject,
      senderName: 'अग्रणी बैंक प्रबन्धक',
      receivedOn: dayInIndia(new Date()),
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: posts.items.find(({ marking }) => marking === 'HA(EST)')?.id },
    };
    return diaryNumberIn(await registry.ask<ReceiptCreated>('createReceipt', { body }), language);
  }

  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  it(
    'the holder corrects the cover of a file, must say why, and the history tells both wordings',
    async () => {
      const { id } = await aFile('नलकूप की मरमत');
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto(`/files/${id}`);
      await goToTab(person, 'details');
      await page.getByRole('button', { name: t('fileMove.correct_cover'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('fileMove.correct_cover'), exact: true });
      const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
      const correct = dialog.getByRole('button', { name: t('fileMove.correct_cover'), exact: true });
      await field(t('details.subject')).fill('नलकूप की मरम्मत');
      await correct.click();
      await field(t('file.reason')).and(page.locator('[aria-invalid="true"]')).waitFor();
      await field(t('file.reason')).fill('वर्तनी की त्रुटि');
      await correct.click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('definition').getByText('नलकूप की मरम्मत', { exact: true }).waitFor();

      await goToTab(person, 'history');
      const row = page.getByRole('row').filter({ hasText: t('event.file.cover_corrected') });
      await row.getByRole('cell', { name: 'वर्तनी की त्रुटि', exact: true }).waitFor();
      await row.getByText(t('history.show'), { exact: true }).click();
      const change = `${t('fact.subject')}: नलकूप की मरमत → नलकूप की मरम्मत`;
      await row.getByText(change, { exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a file is sent on from the desk with its urgency, its due date and a word to go with it',
    async () => {
      const { number } = await aFile('सीमांकन का प्रकरण');
      const person = await comes('vinod');
      const { page, t } = person;
      await goTo(person, 'inbox');
      await rowOf(person, number).click();
      const preview = page.getByRole('complementary', { name: t('desk.preview'), exact: true });
      await preview.getByRole('button', { name: t('fileMove.forward'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number }), exact: true });
      await pickPost(person, t('desk.to'), 'AO(EST)');
      const urgency = dialog.getByRole('combobox', { name: t('desk.urgency'), exact: true });
      await urgency.selectOption({ label: t('urgency.immediate') });
      await sayMore(person, dialog, 'कल तक चाहिए।');
      await dialog.getByRole('button', { name: t('desk.send'), exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await rowOf(person, number).waitFor({ state: 'detached' });

      const officer = await comes('sunita', 'AO(EST)');
      await goTo(officer, 'inbox');
      const arrived = rowOf(officer, number);
      await arrived.getByText(t('urgency.immediate'), { exact: true }).waitFor();
      await arrived.getByText(t('page.due', { day: shortDay }), { exact: true }).waitFor();
      await arrived.dblclick();
      await goToTab(officer, 'movements');
      const movement = officer.page.getByRole('row').filter({ hasText: 'कल तक चाहिए।' });
      const asked = [t('action.for_orders'), t('urgency.immediate'), t('page.due', { day: registerDay })];
      await movement.getByRole('cell', { name: asked.join(' · '), exact: true }).waitFor();
      expect([...person.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a receipt is sent on with the same fields, and keeps the urgency that it came with',
    async () => {
      const number = await aReceipt('खाते का सत्यापन');
      const person = await comes('vinod');
      const { page, t } = person;
      await goTo(person, 'receipts');
      await openRow(person, number);
      await page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      await page.getByRole('button', { name: t('receiptMove.forward'), exact: true }).click();
      await pickPost(person, t('receipts.markTo'), 'SA(EST)');
      const form = page.getByRole('group', { name: t('receipts.mark'), exact: true });
      expect(await form.getByRole('combobox', { name: t('desk.urgency'), exact: true }).count()).toBe(0);
      await sayMore(person, form, 'पंजी से मिला लें।');
      await page.getByRole('button', { name: t('desk.send'), exact: true }).click();
      await page.getByRole('button', { name: t('receiptMove.forward'), exact: true }).waitFor({ state: 'detached' });

      const colleague = await comes('pooja');
      await goTo(colleague, 'receipts');
      const arrived = rowOf(colleague, number);
      await arrived.getByText(t('action.for_orders')).waitFor();
      await arrived.getByText(t('page.due', { day: shortDay }), { exact: true }).waitFor();
      await openRow(colleague, number);
      await colleague.page.getByText('पंजी से मिला लें।').first().waitFor();
      expect([...person.troubles, ...colleague.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** What both forms have: the action asked, the due date and the remarks. */
async function sayMore({ t }: Person, form: Locator, remarks: string): Promise<void> {
  const action = form.getByRole('combobox', { name: t('desk.actionAsked'), exact: true });
  await action.selectOption({ label: t('action.for_orders') });
  await form.getByRole('textbox', { name: t('desk.dueOn'), exact: true }).fill(IN_TEN_DAYS);
  await form.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true }).fill(remarks);
}
