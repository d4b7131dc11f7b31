import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { escaped } from '../../support/page/desk';
import { actsMenu, aimAt, goToTab, sendWithTheKey, untilSaved, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const WORDS = 'न्यायालय में उत्तर आज ही दाखिल किया जाना है।';
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('While a file is away, in Hindi,', () => {
  it(
    'a part of it is opened by the key, goes its own way, and is incorporated with its notes in order',
    async () => {
      const [main, other] = await desk.files('नहर की मरम्मत का अनुबन्ध', 'नहर के सर्वेक्षण का मानचित्र');
      if (!main || !other) throw new Error('no file was made');
      const clerk = await office().person({ language: 'hi' });
      await signIn(clerk, 'vinod');
      await linkedAndInside(clerk, main, other);
      await desk.sendBackAndForth(main, 1);

      const part = await openPart(clerk, main);
      expect(part).toBe(`${main.number}/Part I`);
      await writeNote(clerk, WORDS);
      await untilSaved(clerk);
      await aimAt(clerk, 'AO(EST)');
      await sendWithTheKey(clerk, part, 'AO(EST)');

      const officer = await office().person({ language: 'hi' });
      await signIn(officer, 'sunita', 'AO(EST)');
      await incorporate(officer, part);
      await addressesStay(officer, main, part);
      expect([...clerk.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** The map is linked to the contract, put inside it, and taken out again: by the key, and told in head and history. */
async function linkedAndInside(person: Person, main: NamedFile, other: NamedFile): Promise<void> {
  const { page, t } = person;
  await page.goto(`/files/${other.id}`);
  await choose(person, main);
  await person.sees(t('together.done.link', { number: main.number }), () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t('together.link'), exact: true })
      .click(),
  );
  await choose(person, main);
  await person.photograph('together-dialog');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('together.attach'), exact: true })
    .click();
  await page.getByText(t('fileState.attached'), { exact: true }).first().waitFor();
  await person.photograph('attached-file');
  await page.goto(`/files/${main.id}`);
  const strip = page.getByRole('region', { name: t('together.title'), exact: true });
  await strip.getByRole('link', { name: other.number }).first().waitFor();
  await openDialog(person);
  await person.photograph('main-with-attached');
  await person.sees(t('together.done.detach', { number: other.number }), () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t('fileMove.detach') })
      .click(),
  );
  await goToTab(person, 'history');
  await page.getByText(t('event.file.detached')).first().waitFor();
  await person.photograph('history-of-two-files');
}

async function choose(person: Person, file: NamedFile): Promise<void> {
  await openDialog(person);
  const dialog = person.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: person.t('together.find'), exact: true }).fill(file.number);
  await dialog.getByRole('button', { name: new RegExp(`^${escaped(file.number)} `) }).click();
}

async function openDialog(person: Person): Promise<void> {
  const { page, t } = person;
  await actsMenu(person).waitFor();
  await page.keyboard.press('g');
  await page.getByRole('dialog', { name: t('together.title'), exact: true }).waitFor();
}

/** The number of the part, on whose page the clerk then is. */
async function openPart(person: Person, main: NamedFile): Promise<string> {
  const { page, t } = person;
  await page.goto(`/files/${main.id}`);
  await openDialog(person);
  await person.photograph('open-a-part');
  const part = `${main.number}/Part I`;
  await person.sees(t('together.done.open_part', { number: part }), () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t('fileMove.open_part'), exact: true })
      .click(),
  );
  await page.getByText(part, { exact: true }).first().waitFor();
  await person.photograph('a-part');
  return part;
}

async function incorporate(person: Person, part: string): Promise<void> {
  const { page, t } = person;
  await page.getByText(part, { exact: true }).first().dblclick();
  await page.getByText(WORDS).first().waitFor();
  await openDialog(person);
  await person.photograph('incorporate');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('fileMove.incorporate'), exact: true })
    .click();
}

/** The note stands on the sheet of the main file, and under its own number on the part. */
async function addressesStay(person: Person, main: NamedFile, part: string): Promise<void> {
  const { page, t } = person;
  const name = t('together.part', { place: '1' });
  await page.waitForURL(`**/files/${main.id}`);
  const note = page.getByRole('article', { name: t('note.number', { number: 2 }), exact: true });
  await note.getByText(WORDS).waitFor();
  await person.photograph('incorporated-note');
  await note.getByRole('link', { name: t('together.ofPart', { part: name, note: '1' }), exact: true }).click();
  await page.getByText(part, { exact: true }).first().waitFor();
  await page
    .getByRole('article', { name: t('note.number', { number: 1 }), exact: true })
    .getByText(WORDS)
    .waitFor();
  await person.photograph('the-part-stays');
}
