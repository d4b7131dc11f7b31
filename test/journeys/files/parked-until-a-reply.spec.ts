import { chooseAct } from '../../support/page/file';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, lookAgain, rowOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A file that waits for a reply, in %s,', (language) => {
  it(
    'is parked, comes back with the reply, is followed and reminded of, and ends in the call book',
    async () => {
      const [file] = await desk.files(`बैंक से उत्तर की प्रतीक्षा ${language}`);
      if (!file) throw new Error('no file was made');
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      await parkUntilReply(clerk, file);
      await theReplyComes(file);
      await lookAgain(clerk, 'inbox');
      await rowOf(clerk, file.number).getByText(clerk.t('desk.back.reply_received'), { exact: true }).waitFor();
      await clerk.photograph(`back-in-the-inbox-${language}`);

      await followOnItsWay(clerk, file);
      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      await remindedAndBooked(officer, file);
      expect([...clerk.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** By the key, with the reply as its end and no day. */
async function parkUntilReply(person: Person, { id, number }: NamedFile): Promise<void> {
  const { page, t } = person;
  await page.goto(`/files/${id}`);
  await page.getByRole('button', { name: t('fileMove.park') }).waitFor();
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: t('aside.untilReply'), exact: true }).check();
  await dialog.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true }).fill('बैंक का पत्र आना है');
  await person.photograph(`park-${person.language}`);
  await dialog.getByRole('button', { name: t('fileMove.park'), exact: true }).click();
  await page.getByRole('button', { name: t('fileMove.take_up') }).waitFor();
  await person.photograph(`parked-file-${person.language}`);
  await goTo(person, 'parked');
  await rowOf(person, number).getByText(t('aside.untilReply'), { exact: true }).waitFor();
  await person.photograph(`parked-box-${person.language}`);
}

async function theReplyComes({ id: fileId }: NamedFile): Promise<void> {
  const receipt = await desk.receipt('बैंक का उत्तर');
  const clerk = await desk.clerk();
  await clerk.ask('putReceiptInFile', { params: { receiptId: receipt.id }, body: { fileId } });
}

/** The clerk follows the file, sees that it has moved, looks at it, and reminds the officer. */
async function followOnItsWay(person: Person, file: NamedFile): Promise<void> {
  const { page, t, language } = person;
  await page.goto(`/files/${file.id}`);
  await page.getByRole('button', { name: t('fileMove.park') }).waitFor();
  await person.sees(t('aside.followed', { number: file.number }), () => page.keyboard.press('m'));
  await desk.sendBackAndForth(file, 1);
  await goTo(person, 'follow-up');
  await rowOf(person, file.number).getByText(t('aside.moved'), { exact: true }).waitFor();
  await person.photograph(`follow-up-${language}`);
  await page.goto(`/files/${file.id}`);
  await chooseAct(person, t('fileMove.remind'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('कृपया आज ही निस्तारित करें');
  await person.photograph(`remind-${language}`);
  await dialog.getByRole('button', { name: t('fileMove.remind'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await lookAgain(person, 'follow-up');
  await rowOf(person, file.number).waitFor();
  await rowOf(person, file.number).getByText(t('aside.moved'), { exact: true }).waitFor({ state: 'detached' });
}

/** The officer is told of the reminder, and puts the case in the call book. */
async function remindedAndBooked(person: Person, file: NamedFile): Promise<void> {
  const { page, t, language } = person;
  await goTo(person, 'inbox');
  await rowOf(person, file.number)
    .getByText(t('aside.reminder', { count: 1 }), { exact: true })
    .waitFor();
  await page.goto(`/files/${file.id}`);
  await page.getByText('कृपया आज ही निस्तारित करें').first().waitFor();
  await person.photograph(`reminded-${language}`);
  await chooseAct(person, t('fileMove.put_in_call_book'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('file.reason'), exact: true }).fill('रिट याचिका विचाराधीन');
  await person.photograph(`call-book-dialog-${language}`);
  await dialog.getByRole('button', { name: t('fileMove.put_in_call_book'), exact: true }).click();
  await page.getByRole('button', { name: t('fileMove.review_call_book'), exact: true }).waitFor();
  await goTo(person, 'call-book');
  await rowOf(person, file.number).waitFor();
  await person.photograph(`call-book-${language}`);
}
