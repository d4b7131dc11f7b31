import type { Locator } from 'playwright-core';
import { aNote } from '../../support/http/clerks';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };
/** Words that stand nowhere else in the demo office. */
const IN_NOTE = 'अतिवृष्टि';
const OF_SENDER = 'मत्स्यजीवी';
const LATIN = 'ativrishti';
const NOWHERE = 'ठफघढ';

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

let file: { readonly id: string; readonly number: string };
let receiptId: string;

beforeAll(async () => {
  const [made] = await desk.files('नलकूप की मरम्मत');
  if (!made) throw new Error('no file was made');
  file = made;
  await desk.sendBackAndForth(made, 12, aNote(`${IN_NOTE} से क्षतिग्रस्त नलकूप की मरम्मत आवश्यक है।`));
  const receipt = await desk.diarised('तालाब का पट्टा', {
    senderName: `${OF_SENDER} सहकारी समिति`,
    forward: { toPostId: await desk.postNamed('HA(EST)') },
  });
  receiptId = receipt.id;
}, JOURNEY_MS);

async function search({ page, t }: Person, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page
    .getByRole('searchbox', { name: t('keys.search'), exact: true })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: words }), exact: true }).waitFor();
}

const rowWith = ({ page }: Person, words: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('mark', { hasText: words }) });

/** Until the note is within the window. Written as text: it runs in the browser. */
const NOTE_IN_SIGHT = `new Promise((seen, failed) => {
  const note = document.getElementById('note-1');
  new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && seen(null)).observe(note);
  setTimeout(() => failed(new Error('not in sight: ' + JSON.stringify(note.getBoundingClientRect()))), 10000);
})`;

describe.each(LANGUAGES)('Search over everything, in %s,', (language) => {
  it(
    'finds a word of a note, of a sender and one typed in Latin letters, and opens each where it stands',
    async () => {
      const person = await office().person({ language });
      const looker = await Looker.of(person, true);
      await signIn(person, 'vinod');
      const { page, t } = person;

      await search(person, IN_NOTE);
      await rowWith(person, IN_NOTE).getByText(file.number).waitFor();
      await page.getByRole('heading', { level: 2, name: t('search.kind.note'), exact: true }).waitFor();
      await looker.look('results of a search');
      await looker.lookInTheDark('results of a search');
      await person.photograph(`found-note-${language}`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/files/${file.id}?note=1**`);
      const note = page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
      await note.getByText(IN_NOTE).waitFor();
      await page.evaluate(NOTE_IN_SIGHT);
      expect(await note.getAttribute('data-highlighted')).toBe('true');
      expect(await page.evaluate<number>(`CSS.highlights.get('found')?.size ?? 0`)).toBe(1);
      await person.photograph(`found-note-on-sheet-${language}`);
      await page.goBack();

      await rowWith(person, IN_NOTE).and(page.locator('[aria-current="true"]')).waitFor();
      await search(person, OF_SENDER);
      await rowWith(person, OF_SENDER).waitFor();
      await person.photograph(`found-receipt-${language}`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/receipts/${receiptId}`);
      await page.getByText(`${OF_SENDER} सहकारी समिति`).first().waitFor();

      await search(person, LATIN);
      await rowWith(person, IN_NOTE).getByText(file.number).waitFor();
      await person.photograph(`found-latin-${language}`);
      await page.getByRole('button', { name: t('search.kind.note'), exact: true }).click();
      await page.waitForURL(`**/search?q=${LATIN}&kind=note`);
      await rowWith(person, IN_NOTE).waitFor();
      await page.getByRole('button', { name: t('search.kind.receipt'), exact: true }).click();
      await page.getByText(t('search.noneOfKind'), { exact: true }).waitFor();

      await search(person, NOWHERE);
      await page.getByText(t('search.none'), { exact: true }).waitFor();
      await looker.look('a search that finds nothing');
      await person.photograph(`found-nothing-${language}`);
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'goes on from the palette, and on a phone a press opens the note',
    async () => {
      const person = await office().person({ language, colorScheme: 'dark' });
      const looker = await Looker.of(person);
      await signIn(person, 'vinod');
      const { page, t } = person;
      await page.keyboard.press('Control+k');
      await page
        .getByRole('dialog', { name: t('keys.palette'), exact: true })
        .locator('input:focus')
        .waitFor();
      await page.keyboard.type(IN_NOTE);
      await page.getByRole('option', { name: t('page.searchEverything', { q: IN_NOTE }), exact: true }).click();
      await rowWith(person, IN_NOTE).waitFor();
      await page.setViewportSize(PHONE);
      await looker.look('results of a search on a phone');
      await person.photograph(`found-phone-dark-${language}`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await rowWith(person, IN_NOTE).getByRole('button').click();
      await page.waitForURL(`**/files/${file.id}?note=1**`);
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps what is typed next while the page that was opened is on its way',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      await search(person, OF_SENDER);
      await rowWith(person, OF_SENDER).waitFor();
      const isHere = Promise.withResolvers<null>();
      await page.route('**/assets/ReceiptPage-*.js', async (route) => {
        await isHere.promise;
        await route.continue();
      });
      const asked = page.waitForRequest('**/assets/ReceiptPage-*.js');
      await page.keyboard.press('Enter');
      await asked;
      await page.keyboard.press('/');
      await page.keyboard.type(NOWHERE.slice(0, 2));
      isHere.resolve(null);
      await page.getByRole('region', { name: t('receipts.scan'), exact: true }).waitFor();
      await page.keyboard.type(NOWHERE.slice(2));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: NOWHERE }), exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'finds nothing of what one may not read',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'lata');
      const { page, t } = person;
      for (const words of [IN_NOTE, LATIN]) {
        await search(person, words);
        await page.getByText(t('search.none'), { exact: true }).waitFor();
      }
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
