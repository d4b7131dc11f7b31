import type { Locator } from 'playwright-core';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { aLetterOfPages } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';
import { untilStill } from '../../support/page/still';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };
/** A desk at 200 %. */
const ZOOMED = { width: 683, height: 384 };
const BAR_PIXELS = 46;
const LIST_FROM = 160;
const TWO_THIRDS = 2 / 3;

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

beforeAll(async () => {
  await desk.files('पुस्तकालय हेतु पुस्तकें', 'वाहन की मरम्मत', 'वार्षिक निरीक्षण');
}, JOURNEY_MS);

describe.each(LANGUAGES)('On a small screen, in %s', (language) => {
  const boxOf = async (place: Locator) => {
    const box = await place.boundingBox();
    if (!box) throw new Error('it is not shown');
    return box;
  };
  const heightOf = async (place: Locator) => (await boxOf(place)).height;
  /** All of the bar in one row, and nothing beside its edge. */
  async function barFits({ page }: Person, width: number): Promise<void> {
    const bar = page.getByRole('banner');
    expect(await heightOf(bar)).toBe(BAR_PIXELS);
    for (const each of await bar.locator('a:visible, button:visible, input:visible').all()) {
      const { x, y, height, width: wide } = await boxOf(each);
      expect([x >= 0, x + wide <= width, y >= 0, y + height <= BAR_PIXELS]).toEqual([true, true, true, true]);
    }
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }

  it(
    'the list begins near the top, and the menu and the search are one press away',
    async () => {
      const person = await office().person({ language });
      const { page, t } = person;
      const looker = await Looker.of(person);
      await page.setViewportSize(PHONE);
      await signIn(person, 'vinod');
      await page.goto('/desk/inbox');
      const putAway = page.getByRole('button', { name: t('firstSteps.putAway'), exact: true });
      if (await putAway.isVisible()) await putAway.click();
      const rows = page.getByRole('main').getByRole('listitem');
      await rows.first().waitFor();
      await untilStill(page);
      await barFits(person, PHONE.width);
      expect((await boxOf(rows.first())).y).toBeLessThanOrEqual(LIST_FROM);
      await looker.look('desk on a phone');
      await person.photograph(`small-desk-phone-${language}`);

      await page.getByRole('button', { name: t('page.menu'), exact: true }).click();
      const menu = page.getByRole('dialog', { name: t('page.menu'), exact: true });
      await looker.look('menu on a phone');
      await person.photograph(`small-menu-phone-${language}`);
      await menu.getByRole('link', { name: t('desk.box.drafts') }).click();
      await page.waitForURL('**/desk/drafts');
      await menu.waitFor({ state: 'detached' });

      await page.getByRole('searchbox').click();
      expect((await boxOf(page.getByRole('search'))).width).toBeGreaterThan(PHONE.width * TWO_THIRDS);
      await person.photograph(`small-search-phone-${language}`);
      await page.keyboard.type('स्थापना');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?**');

      await page.setViewportSize(ZOOMED);
      await page.goto('/desk/inbox');
      await rows.first().waitFor();
      await untilStill(page);
      await barFits(person, ZOOMED.width);
      expect(ZOOMED.height - (await boxOf(rows.first())).y).toBeGreaterThanOrEqual(ZOOMED.height * TWO_THIRDS);
      await person.photograph(`small-desk-zoomed-${language}`);
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'the notes and the letter of a file have two thirds of the height each',
    async () => {
      const [file] = await desk.files('छोटे पर्दे पर');
      if (!file) throw new Error('no file was made');
      const { id: receiptId } = await desk.receipt('पत्र', await aLetterOfPages(2));
      const clerk = await desk.clerk();
      await clerk.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: file.id, flag: null } });
      const person = await office().person({ language });
      const { page, t } = person;
      const looker = await Looker.of(person);
      await signIn(person, 'vinod');
      for (const [name, screen] of Object.entries({ PHONE, ZOOMED })) {
        await page.setViewportSize(screen);
        await page.goto(`/files/${file.id}`);
        const notes = page.getByRole('region', { name: t('note.sheet'), exact: true });
        const letter = page.getByRole('main').getByRole('document');
        await notes.waitFor();
        await letter.waitFor();
        await untilStill(page);
        await barFits(person, screen.width);
        for (const sheet of [notes, letter]) {
          await sheet.scrollIntoViewIfNeeded();
          expect(await heightOf(sheet)).toBeGreaterThanOrEqual(screen.height * TWO_THIRDS);
          await person.photograph(`small-file-${name}-${language}-${sheet === notes ? 'notes' : 'letter'}`);
        }
        await looker.look(`file, ${name}`);
      }
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
