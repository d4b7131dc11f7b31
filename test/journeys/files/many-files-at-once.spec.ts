import type { FileCreated, FileRow, NumberHead, Page } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { aNote } from '../../support/http/clerks';
import { chooseRow, tabTo } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, tabOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const FILES = 60;
/** So many of them are wanted at once. */
const IMMEDIATE = 23;
const SELECTED = 20;
/** Places, among those that are wanted at once, of files on which the officer has begun a note. */
const BEGUN = [2, 7, 11];
const office = useJourneyOffice();

describe('An officer on whose desk sixty files lie', () => {
  let officer: Client;
  const made: (FileCreated & { subject: string })[] = [];

  beforeAll(async () => {
    const clerk = await Client.signIn(() => office().url, 'vinod');
    officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
    for (let n = 0; n < FILES; n++) {
      const subject = `सम्पर्क मार्ग सं० ${n + 1} की मरम्मत`;
      const urgency = n < IMMEDIATE ? 'immediate' : 'ordinary';
      const body = { headId: head?.id, subject, urgency };
      const file = await clerk.ask<FileCreated>('createFile', { body });
      const params = { fileId: file.id };
      const onward = { toPostId: officer.postId, note: aNote('आदेशार्थ प्रस्तुत।'), confirmNote: true };
      await clerk.ask('forwardFile', { params, body: onward });
      if (BEGUN.includes(n)) await officer.ask('addNote', { params, body: aNote('परीक्षण किया जा रहा है।') });
      made.push({ ...file, subject });
    }
  }, JOURNEY_MS);

  const unread = async () => {
    const query = { urgency: 'immediate', unread: 'true', limit: '200' };
    return (await officer.ask<Page<FileRow>>('listInbox', { query })).items.length;
  };
  const onFile = ({ page }: Person, n: number) =>
    page.getByRole('heading', { level: 1, name: made[n]?.subject ?? '', exact: true }).waitFor();

  it(
    'sorts and filters them, keeps the view, forwards twenty at once, and opens the next with one key, by keyboard alone',
    async () => {
      const person = await office().person({ language: 'hi' });
      await signIn(person, 'sunita', 'AO(EST)');
      const { page, t } = person;
      const filters = page.getByRole('dialog', { name: t('desk.filters'), exact: true });
      const press = async (key: string, times = 1) => {
        for (let time = 0; time < times; time++) await page.keyboard.press(key);
      };

      /** Down a list of choices, each shown before the next: the address says what is chosen. */
      const down = async (within: Locator, name: string, choices: readonly string[]) => {
        for (const choice of choices) {
          await press('ArrowDown');
          await page.waitForURL(new RegExp(`[?&]${name}=${choice}(&|$)`));
          await within.locator(`option[value="${choice}"]:checked`).first().waitFor({ state: 'attached' });
        }
      };

      await tabTo(person, tabOf(person, 'inbox'));
      await press('Enter');
      // From the search at the top of the page on.
      await press('/');
      const order = page.getByRole('combobox', { name: t('desk.order'), exact: true });
      await tabTo(person, order);
      await down(order, 'order', ['oldest', 'urgency']);
      // Out of the list of orders: a letter typed there would choose one.
      await press('Tab');
      await press('l');
      await tabTo(person, filters.getByRole('combobox', { name: t('desk.urgency'), exact: true }));
      await down(filters, 'urgency', ['vip', 'top_priority', 'immediate']);
      const grouped = filters.getByRole('button', { name: t('desk.grouped'), exact: true });
      await tabTo(person, grouped);
      await press('Enter');
      await page.getByRole('heading', { level: 2, name: t('urgency.immediate'), exact: true }).waitFor();

      await tabTo(person, filters.getByRole('button', { name: `${t('views.keep')}…`, exact: true }));
      await press('Enter');
      const keeping = page.getByRole('dialog', { name: t('views.keepTitle'), exact: true });
      await keeping.getByRole('textbox').and(page.locator(':focus')).waitFor();
      await page.keyboard.type('तत्काल पत्रावलियाँ');
      await person.photograph('desk-keep-view-hi');
      await press('Control+Enter');
      await keeping.waitFor({ state: 'detached' });
      await press('l');
      await filters.getByRole('link', { name: 'तत्काल पत्रावलियाँ', exact: true }).waitFor();
      await press('Escape');
      await filters.waitFor({ state: 'detached' });

      const before = await unread();
      expect(before).toBe(IMMEDIATE - BEGUN.length);
      await chooseRow(person, made[0]?.number ?? '');
      await press('x');
      await press('Shift+J', SELECTED - 1);
      await page.getByText(t('bulk.files.selected', { count: SELECTED }), { exact: true }).waitFor();
      // Looking at a file beside the list does not open it.
      expect(await unread()).toBe(before);
      await person.photograph('desk-selected-hi');
      await press('f');
      const sending = page.getByRole('dialog', {
        name: t('bulk.files.forwardTitle', { count: SELECTED }),
        exact: true,
      });
      await sending.getByText(t('bulk.files.possible', { count: SELECTED - BEGUN.length }), { exact: true }).waitFor();
      for (const n of BEGUN) await sending.getByText(made[n]?.number ?? '', { exact: true }).waitFor();
      await person.photograph('desk-forward-hi');
      await press('Control+Enter');
      await sending.waitFor({ state: 'detached' });
      await page.getByText(t('bulk.files.selected', { count: BEGUN.length }), { exact: true }).waitFor();
      await page
        .getByRole('heading', { level: 3, name: t('bulk.files.notDone', { count: BEGUN.length }), exact: true })
        .waitFor();
      await person.photograph('desk-refused-hi');
      await press('Escape');

      await page
        .getByRole('complementary')
        .getByRole('button', { name: t('fileMove.forward') })
        .waitFor();
      await press('Enter');
      await onFile(person, SELECTED);
      await press('n');
      await page
        .getByRole('textbox', { name: t('note.composer'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.type('सहमत।');
      await press('Control+Enter');
      // Back in the list as it was filtered; the next one is chosen and opens.
      await page.waitForURL(/\/desk\/inbox\?.*urgency=immediate/);
      const chosen = page.getByRole('listitem').and(page.locator('[aria-current="true"]'));
      await chosen.getByText(made[SELECTED + 1]?.number ?? '', { exact: true }).waitFor();
      await press('Enter');
      await onFile(person, SELECTED + 1);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'sees rows in one line each and under headings, in English',
    async () => {
      const person = await office().person({ language: 'en' });
      await signIn(person, 'sunita', 'AO(EST)');
      const { page, t } = person;
      const filters = page.getByRole('dialog', { name: t('desk.filters'), exact: true });
      await person.photograph('desk-en');
      await goTo(person, 'inbox');
      await page.keyboard.press('l');
      await filters.getByRole('button', { name: t('desk.dense'), exact: true }).click();
      await filters.getByRole('button', { name: t('desk.grouped'), exact: true }).click();
      await page.getByRole('heading', { level: 2, name: t('desk.came.today'), exact: true }).waitFor();
      await person.photograph('desk-dense-en');
      await page.reload();
      await page.getByRole('heading', { level: 2, name: t('desk.came.today'), exact: true }).waitFor();
      await page.keyboard.press('l');
      await filters.getByRole('button', { name: t('desk.dense'), exact: true, pressed: true }).waitFor();
      await filters.getByRole('button', { name: `${t('desk.from')}…`, exact: true }).click();
      await page.getByRole('dialog', { name: t('desk.fromTitle'), exact: true }).waitFor();
      await person.photograph('desk-from-en');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
