import { Looker } from '../../support/page/axe';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { openRow } from '../../support/page/desk';
import { sendWithTheKey, aimAt } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
/** As a person types: slow enough that a list is shown for the word. */
const TYPING = { delay: 20 };
const LEGACY =
  "d`i;k mi;qZDr fo\"k;d vius i= dk lanHkZ xzg.k djsaA\nThe Director, NIC\nmÙkj izns'k 'kklu ds vkns'k ds vuqØe esa";
const IN_UNICODE = [
  'कृपया उपर्युक्त विषयक अपने पत्र का संदर्भ ग्रहण करें।',
  'The Director, NIC',
  'उत्तर प्रदेश शासन के आदेश के अनुक्रम में',
];

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

/** What was copied elsewhere is pasted where the focus stands. */
async function paste({ page }: Person, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+v');
}

async function switchOn({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('typing.key'), exact: true }).waitFor();
  const words = page.waitForResponse(/\/lexicon-[^/]*\.js$/);
  await page.keyboard.press('Alt+h');
  await page.getByRole('button', { name: t('typing.key'), exact: true, pressed: true }).waitFor();
  await (await words).finished();
}

/** Types a word, and sees what it may mean. */
async function typeUntilShown({ page, t }: Person, latin: string): Promise<void> {
  await page.keyboard.type(latin, TYPING);
  const list = page.getByRole('listbox', { name: t('typing.list'), exact: true });
  await list.getByRole('option', { name: latin, exact: true }).waitFor();
}

describe('Who writes Hindi with Latin letters', () => {
  it(
    'writes a note, chooses among the words, keeps some Latin, and sends it with its last word',
    async () => {
      const [file] = await desk.files('भवन की मरम्मत');
      if (!file) throw new Error('no file was made');
      const person = await office().person();
      const { page, t } = person;
      await signIn(person, 'vinod');
      await openRow(person, file.number);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.click();
      await page.keyboard.type('hetu ', TYPING);
      expect(await composer.textContent()).toBe('hetu ');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await switchOn(person);

      await page.keyboard.type('prakaran ka parikshan kar liya gaya hai|', TYPING);
      await page.keyboard.press('Enter');
      await typeUntilShown(person, 'janch');
      await page.keyboard.press('2');
      await page.keyboard.type(' PUC par ', TYPING);
      await typeUntilShown(person, 'vetan');
      await page.keyboard.press('Escape');
      await page.keyboard.type(' aur bhugtan ', TYPING);
      await page.keyboard.press('Backspace');
      expect(await composer.textContent()).toContain('vetan और bhugtan');
      await page.keyboard.press('ArrowDown');
      // The input method of a Hindi keyboard.
      await page.keyboard.type(', ');
      await page.keyboard.insertText('हिन्दी ');
      await page.keyboard.type('C/9 dekhen. adesharth prastut', TYPING);
      await person.photograph('hindi-in-latin-letters');
      await aimAt(person, 'AO(EST)');
      await composer.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(' hai', TYPING);
      await sendWithTheKey(person, file.number, 'AO(EST)');

      await page.goto(`/files/${file.id}`);
      const sheet = page.getByRole('main');
      await sheet.getByText('प्रकरण का परीक्षण कर लिया गया है।').waitFor();
      await sheet.getByText('जाँच PUC पर vetan और भुगतान, हिन्दी C/9 देखें. आदेशार्थ').waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it.each(LANGUAGES)(
    'is offered Unicode for what was pasted from Kruti Dev, in %s',
    async (language) => {
      const [file] = await desk.files('पुराने पत्र');
      if (!file) throw new Error('no file was made');
      const person = await office().person({ language });
      const { page, t } = person;
      await signIn(person, 'vinod');
      const looker = await Looker.of(person);
      await page.goto(`/files/${file.id}`);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.click();
      await paste(person, LEGACY);
      const offer = page.getByRole('region', { name: t('paste.offer'), exact: true });
      await offer.getByText(t('paste.legacy'), { exact: true }).waitFor();
      expect(await composer.locator('p').allTextContents()).toEqual(LEGACY.split('\n'));
      await looker.look('offer of Unicode');
      await looker.lookInTheDark('offer of Unicode');
      await page.keyboard.press('Alt+u');
      await offer.waitFor({ state: 'detached' });
      expect(await composer.locator('p').allTextContents()).toEqual(IN_UNICODE);
      await page.keyboard.press('Control+z');
      expect(await composer.locator('p').allTextContents()).toEqual(LEGACY.split('\n'));
      await page.keyboard.press('Control+a');
      await paste(person, 'The matter has been examined.');
      await page.keyboard.press('Control+a');
      await paste(person, 'नागरिकांे तक पहंुचाने');
      await offer.getByText(t('paste.signs'), { exact: true }).waitFor();
      await offer.getByRole('button', { name: t('paste.accept.signs') }).click();
      expect(await composer.textContent()).toBe('नागरिकों तक पहुंचाने');

      await page.keyboard.press('Control+a');
      await switchOn(person);
      await typeUntilShown(person, 'vetan');
      await looker.look('words to choose from');
      await looker.lookInTheDark('words to choose from');
      await page.getByRole('option', { name: 'वेतन', exact: true }).click();
      expect(await composer.textContent()).toBe('वेतन');
      expect(looker.found).toEqual([]);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'does so in every field for Hindi, and in no other',
    async () => {
      const person = await office().person();
      const { page, t } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const field = (name: string) => page.getByRole('textbox', { name, exact: true });
      const subject = field(t('receipts.subject'));
      await subject.click();
      await paste(person, "mÙkj izns'k 'kklu ds vkns'k");
      await page.getByRole('button', { name: t('paste.accept.legacy') }).waitFor();
      await page.keyboard.press('Alt+u');
      expect(await subject.inputValue()).toBe('उत्तर प्रदेश शासन के आदेश');
      await page.keyboard.press('Control+z');
      expect(await subject.inputValue()).toBe("mÙkj izns'k 'kklu ds vkns'k");
      await page.keyboard.press('Control+a');
      await switchOn(person);
      await page.keyboard.type('vetan bhugtan', TYPING);
      await page.keyboard.press('Tab');
      expect(await subject.inputValue()).toBe('वेतन भुगतान');
      for (const name of ['receipts.senderName', 'receipts.senderDesignation', 'desk.remarksOptional'] as const) {
        await field(t(name)).click();
        await page.keyboard.type('unhone khilaf ', TYPING);
        expect(await field(t(name)).inputValue()).toBe('उन्होंने खिलाफ ');
      }
      await field(t('receipts.letterNumberOnly')).click();
      await page.keyboard.type('patra 12 ', TYPING);
      expect(await field(t('receipts.letterNumberOnly')).inputValue()).toBe('patra 12 ');
      await page.getByRole('searchbox', { name: t('keys.search'), exact: true }).click();
      await page.keyboard.type('vetan', TYPING);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: 'वेतन' }), exact: true }).waitFor();
      // The choice is the person's, and stays with this browser.
      await page.reload();
      await page.getByRole('button', { name: t('typing.key'), exact: true, pressed: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it.each(LANGUAGES)(
    'does so in the palette, whose lines keep their keys, and in the picker of heads, in %s',
    async (language) => {
      const person = await office().person({ language });
      const { page, t } = person;
      await signIn(person, 'vinod');
      const looker = await Looker.of(person);
      await switchOn(person);
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: t('keys.palette'), exact: true });
      const box = palette.locator('input:focus');
      await box.waitFor();
      await typeUntilShown(person, 'vetan');
      const words = page.getByRole('listbox', { name: t('typing.list'), exact: true });
      const everything = (q: string) =>
        palette.getByRole('option', { name: t('page.searchEverything', { q }), exact: true });
      await everything('vetan').waitFor();
      await looker.look('words to choose from beside the palette');
      await person.photograph(`typing-in-palette-${language}`);
      await page.keyboard.press('1');
      expect(await box.inputValue()).toBe('वेतन');
      await everything('वेतन').waitFor();
      // Escape is the words' first, and the palette's then; so are the arrows the lines', at once.
      await page.keyboard.press('Control+a');
      await typeUntilShown(person, 'vetan');
      await page.keyboard.press('Escape');
      await words.waitFor({ state: 'detached' });
      expect(await box.inputValue()).toBe('vetan');
      await page.keyboard.press('Control+a');
      await typeUntilShown(person, 'bhugtan');
      await everything('bhugtan').waitFor();
      await page.keyboard.press('ArrowUp');
      await words.waitFor({ state: 'detached' });
      await everything('bhugtan').and(page.locator('[data-combobox-selected]')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: 'bhugtan' }), exact: true }).waitFor();

      await page.goto('/files/new');
      const head = page.getByRole('textbox', { name: t('desk.head'), exact: true });
      await head.click();
      await page.keyboard.type('A-110', TYPING);
      expect(await head.inputValue()).toBe('A-110');
      await page
        .getByRole('radiogroup', { name: t('desk.head'), exact: true })
        .getByText('A-11011')
        .waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('vetan ', TYPING);
      expect(await head.inputValue()).toBe('वेतन ');
      expect(looker.found).toEqual([]);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'ends a sentence with the full stop of the keyboard, when asked to',
    async () => {
      const person = await office().person();
      const { page, t } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const subject = page.getByRole('textbox', { name: t('receipts.subject'), exact: true });
      await subject.click();
      await switchOn(person);
      await page.keyboard.type('vetan nahi mila. ', TYPING);
      expect(await subject.inputValue()).toBe('वेतन नहीं मिला. ');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Alt+.');
      const choice = page.getByRole('button', { name: t('typing.dandaKey'), exact: true });
      expect(await choice.getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.type('vetan nahi mila. kul 12.5 ', TYPING);
      expect(await subject.inputValue()).toBe('वेतन नहीं मिला। कुल 12.5 ');
      await page.keyboard.type('san.', TYPING);
      await page.keyboard.press('Backspace');
      expect(await subject.inputValue()).toMatch(/12\.5 [\u0900-\u097f]+\.$/);
      await page.keyboard.type(' hai', TYPING);
      await person.photograph('full-stop-of-hindi');
      await page.reload();
      await choice.and(page.locator('[aria-pressed="true"]')).waitFor();
      await page.keyboard.press('Alt+.');
      await choice.and(page.locator('[aria-pressed="false"]')).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
