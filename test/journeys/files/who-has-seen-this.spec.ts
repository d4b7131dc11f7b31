import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goToTab } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Who has seen this, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }
  /** What the table says of the post, as soon as it says it. */
  async function lineOf({ page, t }: Person, marking: string): Promise<string> {
    await page.getByRole('button', { name: t('whoSaw.title'), exact: true }).click();
    const table = page.getByRole('region', { name: t('whoSaw.title'), exact: true }).first();
    const line = table.getByRole('row').filter({ hasText: marking });
    await line.waitFor();
    return await line.innerText();
  }

  it(
    'the holder of a file above normal sees who has opened it, and others do not',
    async () => {
      const [file] = await desk.files(`गोपनीय जाँच ${language}`);
      if (!file) throw new Error('no file');
      await desk.sendBackAndForth(file, 1);
      const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      const version = await officer.ask<{ version: number }>('getFile', { params: { fileId: file.id } });
      const regrading = { grading: 'confidential', reason: 'जाँच गोपनीय है' };
      const asked = { params: { fileId: file.id }, body: regrading, ifMatch: version.version };
      await officer.ask('regradeFile', asked);
      const clerk = await desk.clerk();
      await clerk.ask('listNotes', { params: { fileId: file.id } });
      await expect(clerk.ask('listWhoSawFile', { params: { fileId: file.id } })).rejects.toMatchObject({
        code: 'not-allowed',
      });

      const person = await comes('sunita', 'AO(EST)');
      await person.page.goto(`/files/${file.id}`);
      await person.page.getByRole('heading', { level: 1 }).waitFor();
      await goToTab(person, 'history');
      expect(await lineOf(person, 'HA(EST)')).toContain(person.t('readingAct.opened'));
      await person.photograph(`who-saw-file-${language}`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'the holder of a receipt sees who has taken its scan, and the auditor sees it too',
    async () => {
      const receipt = await desk.receipt(`बिल का भुगतान ${language}`);
      const [{ id }, diaryNumber] = [receipt, diaryNumberIn(receipt, language)];
      const clerk = await comes('vinod');
      await clerk.page.goto(`/receipts/${id}`);
      await clerk.page.getByRole('heading', { level: 1, name: diaryNumber, exact: true }).waitFor();
      await clerk.page
        .getByRole('region', { name: clerk.t('viewer.pageOf', { page: 1, pages: '' }) })
        .first()
        .waitFor();
      expect(await lineOf(clerk, 'HA(EST)')).toContain(clerk.t('readingAct.downloaded'));
      await clerk.photograph(`who-saw-receipt-${language}`);

      const auditor = await comes('sudhir');
      await auditor.page.goto(`/receipts/${id}`);
      await auditor.page.getByRole('heading', { level: 1, name: diaryNumber, exact: true }).waitFor();
      expect(await lineOf(auditor, 'HA(EST)')).toContain(auditor.t('readingAct.downloaded'));
      expect([...clerk.troubles, ...auditor.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'the holder of a file sees at one of its documents who has seen that one',
    async () => {
      const [file] = await desk.files(`अनुस्मारक ${language}`);
      if (!file) throw new Error('no file');
      const { id: receiptId } = await desk.receipt(`अनुस्मारक ${language}`);
      const client = await desk.clerk();
      await client.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: file.id } });
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${file.id}`);
      await page
        .getByRole('region', { name: t('viewer.pageOf', { page: 1, pages: '' }) })
        .first()
        .waitFor();
      await page.getByRole('button', { name: t('viewer.more'), exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: t('correspondence.whoSaw'), exact: true }).press('Enter');
      const dialog = page.getByRole('dialog', { name: t('whoSaw.title'), exact: true });
      const line = dialog.getByRole('row').filter({ hasText: 'HA(EST)' });
      await line.waitFor();
      expect(await line.innerText()).toContain(t('readingAct.downloaded'));
      await clerk.photograph(`who-saw-document-${language}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
