import type { DraftChanged, FileCreated, NumberHead, Page } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { aNote } from '../support/clerks';
import { boxOf, buttonOfPreview, chooseRow, ClerksDesk, type NamedFile } from '../support/clerks-desk';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { rowOf } from '../support/page-desk';
import { type Person, signIn } from '../support/page-person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(['hi', 'en'] as const)('Whoever acts with one key, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  describe('sends a file with f, and is told so where it covers nothing', () => {
    /** The clerk has sent the file on from the desk. */
    async function aFileSent(subject: string): Promise<{ person: Person; file: FileCreated; notice: Locator }> {
      const [file] = await desk.files(subject);
      if (!file) throw new Error('no file was made');
      await (await desk.clerk()).ask('addNote', { params: { fileId: file.id }, body: aNote('आदेशार्थ प्रस्तुत।') });
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
        const officer = await Client.signIn(() => office().url, 'sunita', 'SO(EST)');
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
