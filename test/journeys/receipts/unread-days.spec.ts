import type { DocumentView, FileCreated, NumberHead, Page, ReceiptCreated } from '@patravali/contract';
import { dayInIndia, formatDate } from '@patravali/language';
import type { Locator } from 'playwright-core';
import { workingDayFrom } from '../../../apps/office/src/demo/story/working-time';
import { Client } from '../../support/journeys/client';
import { aTypesetLetter } from '../../support/journeys/letter';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, pickPost, rowOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const TODAY = dayInIndia(new Date());
/** Or the next day on which the demo office works. */
const IN_TEN_DAYS = workingDayFrom(dayInIndia(new Date(Date.now() + 10 * 86_400_000)));
const NO_DAY = 'xyz';
const JOURNEY_MS = 600_000;

const office = useJourneyOffice();

describe.each(LANGUAGES)('A day that nobody can read, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  /** A letter that lies with the registry, diarised and not yet marked. */
  async function aReceipt(subject: string): Promise<ReceiptCreated> {
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(await aTypesetLetter()));
    const body = {
      documentId: document.id,
      subject,
      senderName: 'अग्रणी बैंक प्रबन्धक',
      receivedOn: TODAY,
      deliveryMode: 'post',
      language: 'hi',
    };
    return registry.ask<ReceiptCreated>('createReceipt', { body });
  }

  async function aFile(subject: string): Promise<FileCreated> {
    const client = await Client.signIn(() => office().url, 'vinod');
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    return client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } });
  }

  it(
    'is asked about in the diary, survives a reload, and draws no number; nor does Enter in a field',
    async () => {
      const person = await comes('ramesh');
      const { page, t } = person;
      const sent = requestsTo(person, 'POST', /\/receipts$/);
      await page.goto('/receipts/new');
      await page.getByLabel(t('receipts.chooseScan'), { exact: true }).setInputFiles({
        name: 'letter.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(await aTypesetLetter()),
      });
      const field = (name: string) => page.getByRole('textbox', { name, exact: true });
      await field(t('receipts.subject')).fill('ऋण वसूली');
      await field(t('receipts.senderName')).fill('तहसीलदार');
      const generate = page.getByRole('button', { name: t('receipts.generate') }).first();
      await page.locator('button:enabled', { hasText: t('receipts.generateAndCopy') }).waitFor();
      await field(t('receipts.senderName')).press('Enter');
      await field(t('receipts.senderDesignation')).and(page.locator(':focus')).waitFor();
      await field(t('receipts.letterNumberOnly')).press('Enter');
      await field(t('receipts.letterDate')).and(page.locator(':focus')).waitFor();

      await page.keyboard.type(NO_DAY);
      await page.keyboard.press('Enter');
      await isAskedAbout(person, field(t('receipts.letterDate')));
      await field(t('desk.dueOn')).fill(NO_DAY);
      for (const finish of ['Control+Enter', 'Alt+c']) {
        await page.keyboard.press(finish);
        await isAskedAbout(person, field(t('receipts.letterDate')));
      }
      await field(t('receipts.letterDate')).fill('24/11/2026');
      await generate.click();
      await isAskedAbout(person, field(t('desk.dueOn')));
      expect(sent).toEqual([]);

      await page.reload();
      expect(await field(t('desk.dueOn')).inputValue()).toBe(NO_DAY);
      await isAskedAbout(person, field(t('desk.dueOn')));
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps a receipt on the desk; once the day is put right it goes, and its page says with whom it is',
    async () => {
      const { id } = await aReceipt('खाते का सत्यापन');
      const person = await comes('ramesh');
      const { page, t } = person;
      const sent = requestsTo(person, 'POST', /\/forward$/);
      await page.goto(`/receipts/${id}`);
      await page.getByText(t('page.withMeToday')).waitFor();
      await page.getByRole('button', { name: t('receiptMove.forward'), exact: true }).click();
      await pickPost(person, t('receipts.markTo'), 'AO(EST)');
      const due = page.getByRole('textbox', { name: t('desk.dueOn'), exact: true });
      await due.fill(NO_DAY);
      await due.press('Control+Enter');
      await isAskedAbout(person, due);
      expect(sent).toEqual([]);
      await due.fill(IN_TEN_DAYS);
      await due.press('Control+Enter');
      const day = formatDate('screen', TODAY, language);
      await page.getByText(t('receipts.withSince', { post: 'AO(EST)', day })).waitFor();
      expect(await page.getByText(t('page.withMeToday')).count()).toBe(0);
      expect(sent).toHaveLength(1);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps a file on the desk and a letter from being put on it, and narrows no register',
    async () => {
      const { id, number } = await aFile('नाली की सफाई');
      const person = await comes('vinod');
      const { page, t } = person;
      const sent = requestsTo(person, 'POST', /\/(forward|drafts)$/);
      await goTo(person, 'inbox');
      await rowOf(person, number).click();
      await page
        .getByRole('complementary', { name: t('desk.preview'), exact: true })
        .getByRole('button', { name: t('fileMove.forward'), exact: true })
        .click();
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number }), exact: true });
      await pickPost(person, t('desk.to'), 'AO(EST)');
      const due = dialog.getByRole('textbox', { name: t('desk.dueOn'), exact: true });
      await due.fill(NO_DAY);
      await dialog.getByRole('button', { name: t('desk.send'), exact: true }).click();
      await isAskedAbout(person, due);

      await page.goto(`/files/${id}/drafts/new`);
      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      await addressees.getByLabel(t('draft.addressee.name'), { exact: true }).fill('नगर आयुक्त');
      await page.getByRole('textbox', { name: t('draft.subject'), exact: true }).fill('नाली');
      const create = page.getByRole('button', { name: t('draft.create') });
      await create.and(page.locator(':enabled')).waitFor();
      const reference = page.getByRole('textbox', { name: t('draft.referenceDate'), exact: true });
      await reference.fill(NO_DAY);
      await reference.blur();
      await isAskedAbout(person, reference);
      await page.getByText(t('draft.dayUnreadShort'), { exact: true }).waitFor();
      expect(await create.isDisabled()).toBe(true);
      expect(sent).toEqual([]);

      await page.goto('/registers/dispatch?from=2026-11-01');
      const from = page.getByRole('textbox', { name: t('page.dayFrom'), exact: true });
      await from.fill(NO_DAY);
      await from.blur();
      await isAskedAbout(person, from);
      expect(await page.getByRole('button', { name: t('registers.pdf'), exact: true }).isDisabled()).toBe(true);
      expect(page.url()).toContain('from=2026-11-01');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** The field still holds what was typed, is marked, and says beneath how a day is written. */
async function isAskedAbout({ page, t }: Person, field: Locator): Promise<void> {
  await field.and(page.locator('[aria-invalid="true"]')).waitFor();
  expect(await field.inputValue()).toBe(NO_DAY);
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  const sentences = described.split(' ').map((id) => `[id="${id}"]`);
  await page.locator(sentences.join(', '), { hasText: t('page.dayUnread') }).waitFor();
}

/** The requests of this kind that leave the page from now on. */
function requestsTo({ page }: Person, method: string, path: RegExp): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === method && path.test(pathname)) sent.push(pathname);
  });
  return sent;
}
