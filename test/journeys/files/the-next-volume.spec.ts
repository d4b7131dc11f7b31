import { messagesOf } from '@patravali/messages';
import { aLetterOfPages } from '../../support/journeys/letter';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { actsMenu, chooseAct, goToTab, untilSaved, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const WORDS = 'नए खण्ड की पहली टिप्पणी।';
const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1366, height: 768 };
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('A full file, in Hindi,', () => {
  it(
    'goes on in its next volume by the key: the head of each leads to the other, and notes begin at 1',
    async () => {
      const [file] = await desk.files('नहर की मरम्मत का अनुबन्ध');
      if (!file) throw new Error('no file was made');
      await desk.sendBackAndForth(file, 2);
      const letter = await desk.receipt('अनुबन्ध की प्रति', await aLetterOfPages(301));
      const client = await desk.clerk();
      const params = { receiptId: letter.id };
      await client.ask('putReceiptInFile', { params, body: { fileId: file.id, flag: null } });
      const clerk = await office().person({ language: 'hi' });
      await signIn(clerk, 'vinod');
      const second = await opened(clerk, file, 'II');
      await noted(clerk);
      await leadsBack(clerk, file, second);
      await leadsOn(clerk, file, second);
      await isToldInHistory(clerk, second);
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** Opens the next volume by its key, from the page of the file. */
async function opened(person: Person, file: NamedFile, roman: string): Promise<string> {
  const { page, t } = person;
  await page.goto(`/files/${file.id}`);
  await actsMenu(person).waitFor();
  await page.getByText(t('together.full', { place: '301' })).waitFor();
  await person.photograph('full-file');
  await page.setViewportSize(PHONE);
  await person.photograph('full-file-phone');
  await page.setViewportSize(WIDE);
  await page.keyboard.press('g');
  const all = page.getByRole('dialog', { name: t('together.title'), exact: true });
  await all.getByRole('button', { name: t('fileMove.open_volume'), exact: true }).waitFor();
  await person.photograph('volume-beside-others');
  await page.keyboard.press('Escape');
  await all.waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: t('fileMove.open_volume'), exact: true });
  const number = `${file.number}/Vol ${roman}`;
  await dialog.getByText(number).waitFor();
  await person.photograph('volume-dialog');
  await page.setViewportSize(PHONE);
  await person.photograph('volume-dialog-phone');
  await page.setViewportSize(WIDE);
  await person.sees(t('together.done.open_volume', { number }), () =>
    dialog.getByRole('button', { name: t('fileMove.open_volume'), exact: true }).click(),
  );
  await page.getByText(number, { exact: true }).first().waitFor();
  return number;
}

/** A note on the new volume is being written; while it is, no further volume is opened. */
async function noted(person: Person): Promise<void> {
  const { page, t } = person;
  await writeNote(person, WORDS);
  await untilSaved(person);
  await page.locator('body').click({ position: { x: 4, y: 4 } });
  await person.photograph('second-volume');
  await page.setViewportSize(PHONE);
  await person.photograph('second-volume-phone');
  await page.setViewportSize(WIDE);
  await chooseAct(person, t('together.title'));
  const all = page.getByRole('dialog', { name: t('together.title'), exact: true });
  await all.getByRole('button', { name: t('fileMove.open_volume'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('fileMove.open_volume'), exact: true });
  await dialog.getByRole('button', { name: t('fileMove.open_volume'), exact: true }).click();
  await dialog.getByText(messagesOf('refusals', 'hi')['note-in-the-way']).waitFor();
  await person.photograph('note-in-the-way-of-a-volume');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** The head of the second volume says where the first ended. */
async function leadsBack(person: Person, file: NamedFile, second: string): Promise<void> {
  const { page, t } = person;
  const strip = page.getByRole('region', { name: t('together.title'), exact: true });
  await strip.getByText(t('together.volume', { place: '2' }), { exact: false }).waitFor();
  await strip.getByText(t('together.lastNote', { place: '2' })).waitFor();
  await strip.getByText(t('together.lastPage', { place: '301' })).waitFor();
  await strip.getByRole('link', { name: file.number, exact: true }).click();
  await page.waitForURL(`**/files/${file.id}`);
  await page
    .getByRole('region', { name: t('together.title') })
    .getByRole('link', { name: second })
    .waitFor();
}

/** The first stays closed, names the second, and is not reopened. */
async function leadsOn(person: Person, file: NamedFile, second: string): Promise<void> {
  const { page, t } = person;
  await page.getByText(t('fileState.closed'), { exact: true }).first().waitFor();
  await page
    .getByRole('article', { name: t('note.number', { number: 1 }), exact: true })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: t('fileMove.reopen'), exact: true }).count()).toBe(0);
  await person.photograph('first-volume');
  await page.setViewportSize(PHONE);
  await person.photograph('first-volume-phone');
  await page.setViewportSize(WIDE);
  await goToTab(person, 'history');
  await page.getByText(t('event.file.volume_opened')).first().waitFor();
  await person.photograph('history-of-the-first-volume');
  expect(file.number).not.toBe(second);
}

async function isToldInHistory(person: Person, second: string): Promise<void> {
  const { page, t } = person;
  await page.getByRole('link', { name: second, exact: true }).first().click();
  await page.getByText(second, { exact: true }).first().waitFor();
  await goToTab(person, 'history');
  await page.getByText(t('event.file.volume_opened')).first().waitFor();
}
