import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { aTypesetLetter } from '../../support/journeys/letter';
import { deployPage, takeAway } from '../../support/processes/own-dist';
import { writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice({ distOfItsOwn: true });
const desk = new ClerksDesk(office);
const SEARCHED = 'nalkup';
const NOTE = 'नई व्यवस्था से पहले लिखा गया वाक्य।';
/** What the browser itself says of a part that is not there, and React of the place where it was missed. */
const EXPECTED =
  /Failed to load resource|Refused to apply style|Failed to fetch dynamically imported module|Unable to preload CSS|MissingPart/;

describe.each(LANGUAGES)('A page that is open, in %s,', (language) => {
  /** Somebody at a file of their own: what the browser complained of, and how often a page was loaded since. */
  async function comes() {
    const person = await office().person({ language });
    const { page } = person;
    await signIn(person, 'vinod');
    const complaints: string[] = [];
    const loads: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads.push(request.url());
    });
    return { person, complaints, loads };
  }

  async function comesToAFile() {
    const [file] = await desk.files('नलकूप की मरम्मत');
    const here = await comes();
    const address = `/files/${file?.id ?? ''}`;
    await here.person.page.goto(address);
    here.loads.length = 0;
    return { ...here, address };
  }

  /** Until it is put back, at the latest by the end of the test. */
  function takeAwayPart(part: RegExp): void {
    putBack = takeAway(office().dist, part);
  }
  let putBack = (): void => undefined;
  afterEach(() => putBack());

  const deploy = () => deployPage(office().dist);
  const noteOf = ({ page, t }: Person) => page.getByRole('textbox', { name: t('note.composer'), exact: true });
  /** A page that this browser has never had. */
  async function toTheSearch({ page, t }: Person) {
    const box = page.getByRole('searchbox', { name: t('keys.search'), exact: true });
    await box.fill(SEARCHED);
    await box.press('Enter');
  }
  const untilTheSearch = ({ page, t }: Person) =>
    page
      .getByText(t('desk.searchFor', { q: SEARCHED }), { exact: true })
      .first()
      .waitFor();

  it(
    'loads what a new version has renamed by itself, where the person was going, and keeps the note and its remarks',
    async () => {
      const { person, complaints, loads, address } = await comesToAFile();
      const { page, t } = person;
      await writeNote(person, NOTE);
      const options = page.getByRole('button', { name: new RegExp(t('file.sendOptions')) });
      const remarks = page.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true });
      await options.click();
      await remarks.fill('शीघ्र देखें');
      await page.keyboard.press('Escape');
      deploy();
      await toTheSearch(person);
      await untilTheSearch(person);
      expect(loads).toEqual([`${office().url}/search?q=${SEARCHED}`]);

      await page.goBack();
      await page.waitForURL(`**${address}`);
      await noteOf(person).getByText(NOTE).waitFor();
      await options.click();
      expect(await remarks.inputValue()).toBe('शीघ्र देखें');
      expect(loads).toHaveLength(1);
      expect([complaints, person.troubles]).toEqual([[], []]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps the diary entry that is being made, with its scan',
    async () => {
      const { person, complaints, loads } = await comes();
      const { page, t } = person;
      const field = (name: string) => page.getByRole('textbox', { name, exact: true });
      await page.goto('/receipts/new');
      const scan = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await aTypesetLetter()) };
      await field(t('receipts.subject')).fill('ऋण वसूली');
      await field(t('receipts.senderName')).fill('तहसीलदार');
      // What shows the scan is a part that this page has not had.
      deploy();
      loads.length = 0;
      await page.getByLabel(t('receipts.chooseScan'), { exact: true }).setInputFiles(scan);
      await page.waitForEvent('load');
      await page.getByRole('document').waitFor();
      await page.getByText('letter.pdf', { exact: true }).waitFor();
      await person.photograph(`diary-${language}`);
      await toTheSearch(person);
      await untilTheSearch(person);
      expect(loads).toHaveLength(1);
      await page.goBack();
      await field(t('receipts.subject')).waitFor();
      expect(await field(t('receipts.subject')).inputValue()).toBe('ऋण वसूली');
      expect(await field(t('receipts.senderName')).inputValue()).toBe('तहसीलदार');
      expect([complaints, person.troubles]).toEqual([[], []]);
    },
    JOURNEY_MS,
  );

  it(
    'comes in the other language after a new version too, with the note',
    async () => {
      const { person, complaints, loads } = await comesToAFile();
      const { page } = person;
      await writeNote(person, NOTE);
      deploy();
      await page.keyboard.press('Alt+l');
      await page.locator(`html[lang="${language === 'hi' ? 'en' : 'hi'}"]`).waitFor();
      await page.getByText(NOTE).waitFor();
      expect(loads).toHaveLength(1);
      expect([complaints, person.troubles]).toEqual([[], []]);
    },
    JOURNEY_MS,
  );

  it(
    'goes round in no circle when a part does not come at all: it says so, and loads again when it is asked to',
    async () => {
      const { person, complaints, loads, address } = await comesToAFile();
      const { page, t } = person;
      await writeNote(person, NOTE);
      takeAwayPart(/^FoundPage-/);
      await toTheSearch(person);
      const message = page.getByRole('alert').filter({ hasText: t('page.partMissing') });
      await message.waitFor();
      await person.photograph(`part-missing-${language}`);
      const loadAgain = () =>
        Promise.all([
          page.waitForEvent('load'),
          message.getByRole('button', { name: t('page.loadAgain'), exact: true }).click(),
        ]);
      await loadAgain();
      await message.waitFor();
      expect(loads).toHaveLength(2);
      putBack();
      await loadAgain();
      await untilTheSearch(person);
      await page.goto(address);
      await noteOf(person).getByText(NOTE).waitFor();
      expect([complaints, person.troubles]).toEqual([[], []]);
    },
    JOURNEY_MS,
  );

  it(
    'is not loaded anew while the line is down: it says so, leads back to the note, and goes on when the line is up',
    async () => {
      const { person, loads } = await comesToAFile();
      const { page, context, t } = person;
      await writeNote(person, NOTE);
      await context.setOffline(true);
      await toTheSearch(person);
      const message = page.getByRole('alert').filter({ hasText: t('page.noConnectionTitle') });
      await message.getByRole('button', { name: t('page.tryAgain'), exact: true }).click();
      await message.getByText(t('page.unreachable')).waitFor();
      await person.photograph(`no-connection-${language}`);
      await message.getByRole('button', { name: t('page.back'), exact: true }).click();
      await noteOf(person).getByText(NOTE).waitFor();
      expect(loads).toEqual([]);

      await toTheSearch(person);
      await message.waitFor();
      await context.setOffline(false);
      await untilTheSearch(person);
      expect(loads).toHaveLength(1);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'says of a letter that what shows it is missing, not that it cannot be read, and keeps with what remarks it is to go on',
    async () => {
      const receipt = await desk.receipt('सीमांकन का प्रकरण');
      const [{ id }, diaryNumber] = [receipt, diaryNumberIn(receipt, language)];
      for (const part of [/^pdf\.worker-/, /\.wasm$/]) {
        // A browser keeps what it has once loaded, so each part is missed by another one.
        const { person, complaints, loads } = await comes();
        const { page, t } = person;
        const remarks = page.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true });
        takeAwayPart(part);
        loads.length = 0;
        await page.goto(`/receipts/${id}`);
        const message = page.getByRole('alert').filter({ hasText: t('page.partMissing') });
        await message.waitFor();
        expect(loads).toHaveLength(2);
        await person.photograph(`pdf-missing-${language}`);
        await page.getByRole('heading', { level: 1, name: diaryNumber, exact: true }).waitFor();
        await page.getByRole('button', { name: t('receiptMove.forward') }).click();
        await remarks.fill(`शीघ्र देखें: ${part.source}`);
        putBack();
        await message.getByRole('button', { name: t('page.loadAgain'), exact: true }).click();
        await page.getByRole('document').waitFor();
        await page.getByRole('button', { name: t('receiptMove.forward') }).click();
        expect(await remarks.inputValue()).toBe(`शीघ्र देखें: ${part.source}`);
        expect([complaints, person.troubles]).toEqual([[], []]);
      }
    },
    JOURNEY_MS,
  );
});
