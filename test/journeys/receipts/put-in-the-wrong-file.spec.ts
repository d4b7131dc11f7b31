import { diaryNumberIn, type ReceiptCreated } from '@patravali/contract';
import { ClerksDesk, type NamedFile, tabTo } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { escaped } from '../../support/page/desk';
import { goToTab, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A letter that was put in the wrong file, in %s,', (language) => {
  it(
    'is detached with a reason by keyboard, leaves its line, and is put in the right one under a flag',
    async () => {
      const subjects = [`भूलवश ${language}`, `सही पत्रावली ${language}`];
      const [wrong, right] = await desk.files(...subjects);
      if (!wrong || !right) throw new Error('no files were made');
      const receipt = await filed(wrong, `ऋण सत्यापन ${language}`);
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;

      await page.goto(`/files/${wrong.id}`);
      const docket = page.getByRole('article', {
        name: t('note.docket', { serial: 1, kind: t('correspondenceKind.received') }),
        exact: true,
      });
      await docket.getByText(diaryNumberIn(receipt, language)).waitFor();
      await person.photograph('docket');

      const letter = letterMenu(person, 1);
      await tabTo(person, letter);
      await page.keyboard.press('Enter');
      // A key that comes before the focus is there goes nowhere.
      await page.locator('[role=menu]:focus-within').waitFor();
      await person.photograph('letter-menu');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page
        .getByRole('menuitem', { name: t('correspondence.detach'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('textbox', { name: t('file.reason'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.insertText('बैंक की दूसरी पत्रावली का पत्र');
      await person.photograph('detach');
      await dialog.getByRole('button', { name: t('receiptMove.detach'), exact: true }).press('Enter');
      await dialog.waitFor({ state: 'hidden' });

      const detached = t('correspondence.detachedFor', { reason: 'बैंक की दूसरी पत्रावली का पत्र' });
      const contents = page.getByRole('list', { name: t('correspondence.contents'), exact: true });
      await contents.getByText(detached).waitFor();
      await docket.getByText(detached).waitFor();
      await page.getByRole('document', { name: t('correspondence.detachedTitle'), exact: true }).waitFor();
      await writeNote(person, 'C/1 देखें।');
      await page.getByText(t('note.detachedReference', { labels: 'C/1' }), { exact: true }).waitFor();
      await person.photograph('detached');
      await goToTab(person, 'history');
      await page
        .getByRole('row')
        .filter({ hasText: t('event.correspondence.detached') })
        .waitFor();

      await goToTab(person, 'details');
      const [lying, taken] = [
        t('details.countLine', { notes: 0, letters: 0, pages: 0 }),
        t('details.detached', { letters: 1 }),
      ];
      await page.getByRole('definition').getByText(`${lying} · ${taken}`, { exact: true }).waitFor();

      await page.goto(`/receipts/${receipt.id}`);
      await page
        .getByRole('button', { name: t('receiptMove.put_in_file') })
        .first()
        .waitFor();
      await page.keyboard.press('p');
      await page.getByRole('textbox', { name: t('receipts.findFile'), exact: true }).fill(right.number);
      await page.locator('ul[aria-busy=false]').filter({ hasText: right.number }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('radio', { name: t('flagLong.puc'), exact: true })
        .and(page.locator(':checked'))
        .waitFor({ state: 'attached' });
      await page.getByRole('button', { name: t('receipts.putIn', { number: right.number }), exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/files/${right.id}**`);

      const forgotten = page.getByText(t('note.uncitedPuc', { labels: 'C/1' }), { exact: true });
      await writeNote(person, 'आदेशार्थ प्रस्तुत।');
      await forgotten.waitFor();
      await person.photograph('forgotten');
      await page.keyboard.type(' C/1 ');
      await forgotten.waitFor({ state: 'detached' });

      await tabTo(person, letterMenu(person, 1));
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: new RegExp(`^${t('flag.a')} `) }).press('Enter');
      await page
        .getByRole('list', { name: t('correspondence.contents'), exact: true })
        .getByText(t('flag.a'), { exact: true })
        .waitFor();
      await person.photograph('flagged');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** A letter of the clerk that lies in this file. */
async function filed(file: NamedFile, subject: string): Promise<ReceiptCreated> {
  const receipt = await desk.receipt(subject);
  const client = await desk.clerk();
  await client.ask('putReceiptInFile', { params: { receiptId: receipt.id }, body: { fileId: file.id } });
  return receipt;
}

function letterMenu({ page, t }: Person, serial: number) {
  return page.getByRole('button', { name: new RegExp(escaped(t('correspondence.flagOf', { serial }))) });
}
