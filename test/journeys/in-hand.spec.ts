import type { DocumentView, FileCreated, NumberHead, Page, PostView, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/messages';
import type { Locator } from 'playwright-core';
import { aNote } from '../support/clerks';
import { Client } from '../support/journey-client';
import { aTypesetLetter } from '../support/journey-letter';
import { useJourneyOffice } from '../support/journey-office';
import { counted, rowOf } from '../support/page-desk';
import { type Person, signIn } from '../support/page-person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();

describe.each(['hi', 'en'] as const)('Whoever touches no mouse, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }
  const clerk = () => Client.signIn(() => office().url, 'vinod');

  /** Files of this subject on the clerk's desk. */
  async function files(...subjects: readonly string[]): Promise<FileCreated[]> {
    const client = await clerk();
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const made: FileCreated[] = [];
    for (const subject of subjects)
      made.push(await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } }));
    return made;
  }

  /** The diary number of a letter that the registry has marked to the clerk. */
  async function aReceipt(subject: string): Promise<ReceiptCreated> {
    const registry = await Client.signIn(() => office().url, 'ramesh');
    const posts = await registry.ask<Page<PostView>>('listPosts', { query: { limit: '200' } });
    const document = await registry.upload<DocumentView>('letter.pdf', new Uint8Array(await aTypesetLetter()));
    const body = {
      ...{ documentId: document.id, subject, senderName: 'अग्रणी बैंक प्रबन्धक', receivedOn: dayInIndia(new Date()) },
      ...{ deliveryMode: 'post', language: 'hi' },
      forward: { toPostId: posts.items.find(({ marking }) => marking === 'HA(EST)')?.id },
    };
    return await registry.ask<ReceiptCreated>('createReceipt', { body });
  }

  it(
    'leaves the command palette with Escape: empty, with hits and without',
    async () => {
      const { page, t, troubles } = await comes('vinod');
      const palette = page.getByRole('dialog', { name: t('keys.palette'), exact: true });
      for (const [typed, shown] of [
        ['', t('page.ways')],
        [t('desk.findFiles'), t('desk.findFiles')],
        ['क्ष क्ष क्ष', t('page.nothingFound')],
      ] as const) {
        await page.keyboard.press('Control+k');
        await palette.waitFor();
        await page.keyboard.insertText(typed);
        await palette.getByText(shown).first().waitFor();
        await page.keyboard.press('Escape');
        await palette.waitFor({ state: 'detached' });
      }
      expect(troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'chooses a box in the menu and opens its first row with Enter, or walks on with j',
    async () => {
      await files('बाढ़ राहत की सूची', 'राशन कार्ड का सत्यापन');
      const { diaryNumber } = await aReceipt('खाते का सत्यापन');
      const person = await comes('vinod');
      const { page, t } = person;
      const menu = page.getByRole('navigation', { name: t('desk.navigation'), exact: true });
      const box = (name: 'inbox' | 'receipts') => menu.getByRole('link', { name: counted(t(`desk.box.${name}`)) });
      await tabTo(person, box('receipts'));
      await page.keyboard.press('Enter');
      await rowOf(person, diaryNumber).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/receipts/*');
      await page.goBack();

      await tabTo(person, box('inbox'));
      await page.keyboard.press('Enter');
      const rows = page.getByRole('region', { name: t('desk.box.inbox'), exact: true }).getByRole('listitem');
      await rows.nth(1).waitFor();
      // The box that is shown already: the focus leaves the link all the same.
      await tabTo(person, box('inbox'));
      await page.keyboard.press('Enter');
      await page.keyboard.press('j');
      await rows.nth(1).and(page.locator('[aria-current="true"]')).waitFor();
      const number = (await rows.nth(1).locator('.mono').first().textContent()) ?? '';
      await page.keyboard.press('Enter');
      await page.waitForURL('**/files/*');
      await page.getByText(number, { exact: true }).first().waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'presses f on a receipt and finds the post: the first hit is lit, Enter takes what is lit, and a key down goes to the next',
    async () => {
      const { id, diaryNumber } = await aReceipt('नलकूप की मरम्मत');
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto(`/receipts/${id}`);
      await page.getByRole('heading', { level: 1, name: diaryNumber, exact: true }).waitFor();
      const post = page.getByRole('textbox', { name: t('receipts.markTo'), exact: true });
      const focused = page.locator(':focus');
      const lit = page.locator('[data-combobox-selected]');
      await page.keyboard.press('f');
      await post.and(focused).waitFor();
      await page.keyboard.type('HA(');
      const hits = page.getByRole('listbox').getByRole('option');
      await hits.first().and(lit).waitFor();
      expect(await lit.count()).toBe(1);
      const second = (await hits.nth(1).locator('.mono').textContent()) ?? '';
      await page.keyboard.press('ArrowDown');
      await hits.nth(1).and(lit).waitFor();
      expect(await lit.count()).toBe(1);
      await page.keyboard.press('Enter');
      expect(await post.inputValue()).toContain(second);
      // Typing anew lights the first of the new hits.
      await post.fill('SA(GEN)');
      await hits.filter({ hasText: 'SA(GEN)' }).and(lit).waitFor();
      await page.keyboard.press('Enter');
      expect(await post.inputValue()).toContain('SA(GEN)');
      await person.sees(t('receipts.forwarded', { number: diaryNumber }), () => page.keyboard.press('Control+Enter'));
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'presses f in the list of receipts and marks the letter on without opening it',
    async () => {
      const { diaryNumber } = await aReceipt('सीमांकन का प्रकरण');
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto('/desk/receipts');
      const row = await chooseRow(person, diaryNumber);
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number: diaryNumber }), exact: true });
      const post = dialog.getByRole('textbox', { name: t('receipts.markTo'), exact: true });
      await post.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('SA(EST)');
      await page.locator('[data-combobox-selected]').filter({ hasText: 'SA(EST)' }).waitFor();
      await page.keyboard.press('Enter');
      await person.sees(t('receipts.forwarded', { number: diaryNumber }), () => page.keyboard.press('Control+Enter'));
      await row.waitFor({ state: 'detached' });
      expect(page.url()).toContain('/desk/receipts');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  describe('sends a file with f, and is told so where it covers nothing', () => {
    /** The clerk has sent the file on from the desk. */
    async function aFileSent(subject: string): Promise<{ person: Person; file: FileCreated; notice: Locator }> {
      const [file] = await files(subject);
      if (!file) throw new Error('no file was made');
      await (await clerk()).ask('addNote', { params: { fileId: file.id }, body: aNote('आदेशार्थ प्रस्तुत।') });
      const person = await comes('vinod');
      const { page, t } = person;
      await page.clock.install();
      await chooseRow(person, file.number);
      await buttonOfPreview(person, t('fileMove.forward')).waitFor();
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number: file.number }), exact: true });
      await dialog.waitFor();
      await dialog.getByRole('checkbox', { name: t('desk.confirmNote') }).check();
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      const notices = page.getByRole('region', { name: t('page.notices'), exact: true });
      const notice = notices.getByRole('status').filter({ hasText: t('desk.forwarded', { number: file.number }) });
      await notice.waitFor();
      return { person, file, notice };
    }

    it(
      'and takes it back with u',
      async () => {
        const { person, file, notice } = await aFileSent('वृक्षारोपण की योजना');
        const { page, t } = person;
        await page.getByRole('button', { name: t('page.undo'), exact: true }).waitFor();
        // The page makes room for the notice.
        const content = await boxOf(page.locator('#page'));
        expect((await boxOf(notice)).y).toBeGreaterThanOrEqual(content.y + content.height);
        await page.keyboard.press('Shift+?');
        const title = page.getByRole('dialog', { name: t('keys.all'), exact: true }).getByRole('heading');
        const heading = await boxOf(title);
        expect((await boxOf(notice)).y).toBeGreaterThan(heading.y + heading.height);
        await page.keyboard.press('Escape');
        await title.waitFor({ state: 'detached' });
        await person.sees(t('desk.pulledBack', { number: file.number }), () => page.keyboard.press('u'));
        await rowOf(person, file.number).waitFor();
        expect(await page.getByRole('button', { name: t('page.undo'), exact: true }).count()).toBe(0);
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );

    it(
      'and is told by whom it has been opened already',
      async () => {
        const { person, file } = await aFileSent('विद्यालय भवन की मरम्मत');
        const { page } = person;
        const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
        await officer.ask('openFile', { params: { fileId: file.id } });
        await page.keyboard.press('u');
        await page
          .getByRole('alert')
          .getByText(/SO\(EST\)/)
          .waitFor();
        await rowOf(person, file.number).waitFor({ state: 'detached' });
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );

    it(
      'for a minute; later u says where it may still be pulled back',
      async () => {
        const { person, notice } = await aFileSent('पेयजल की शिकायत');
        const { page, t } = person;
        await page.clock.fastForward(50_000);
        expect(await notice.count()).toBe(1);
        await page.clock.fastForward(11_000);
        await notice.waitFor({ state: 'detached' });
        await page.keyboard.press('u');
        await page.getByRole('alert').getByText(t('page.undoIsOver'), { exact: true }).waitFor();
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );
  });
});

/** Tabs until the focus stands there. */
async function tabTo({ page }: Person, place: Locator): Promise<void> {
  const wanted = place.and(page.locator(':focus'));
  await place.waitFor();
  for (let presses = 0; presses < 80 && (await wanted.count()) === 0; presses++) await page.keyboard.press('Tab');
  expect(await wanted.count()).toBe(1);
}

/** What can be done with the chosen row, once the preview knows it. */
function buttonOfPreview({ page, t }: Person, name: string): Locator {
  return page.getByRole('complementary', { name: t('desk.preview'), exact: true }).getByRole('button', { name });
}

/** Walks down with j to the row that bears the number. */
async function chooseRow({ page }: Person, number: string): Promise<Locator> {
  const row = page.getByRole('listitem').filter({ has: page.getByText(number, { exact: true }) });
  await row.waitFor();
  for (let steps = 0; steps < 60 && (await row.getAttribute('aria-current')) !== 'true'; steps++)
    await page.keyboard.press('j');
  return row;
}

async function boxOf(place: Locator): Promise<{ y: number; height: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('it cannot be seen');
  return box;
}
