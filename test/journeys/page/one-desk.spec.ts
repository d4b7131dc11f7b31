import { diaryNumberIn } from '@patravali/contract';
import { chooseRow, ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { rowOf, tabOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';
import { untilStill } from '../../support/page/still';

const JOURNEY_MS = 600_000;
const MANY = 12;
const ROWS_AT_ONCE = 10;
const MOST_CONTROLS = 36;
/** As the browser draws it: what can be pressed or typed into and is seen, and how many rows are seen whole. Written as text: it runs there. */
const SEEN = `(() => {
  const within = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue;
      const edge = around.getBoundingClientRect();
      if (bottom <= edge.top + 1 || top >= edge.bottom - 1 || right <= edge.left + 1 || left >= edge.right - 1) return false;
    }
    return bottom - top > 1 && right - left > 1 && element.checkVisibility({ opacityProperty: true });
  };
  const place = document.querySelector('main [aria-busy]').getBoundingClientRect();
  const whole = (row) => row.getBoundingClientRect().top >= place.top - 1 && row.getBoundingClientRect().bottom <= place.bottom + 1;
  return {
    controls: [...document.querySelectorAll('button, a[href], input, select')].filter(within).length,
    rows: [...document.querySelectorAll('main li > button')].filter(whole).length,
  };
})()`;

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('One desk, in %s,', (language) => {
  const comes = async (username: string): Promise<Person> => {
    const person = await office().person({ language });
    await signIn(person, username);
    await person.page.waitForURL('**/desk/all');
    return person;
  };

  it(
    'has files and letters in one list, opens each on its page, and says what an act on several does not touch',
    async () => {
      const [file] = await desk.files(`पुलिया का अनुरक्षण ${language}`);
      const diaryNumber = diaryNumberIn(await desk.receipt(`पुलिया की शिकायत ${language}`), language);
      const number = file?.number ?? '';
      const person = await comes('vinod');
      const { page, t } = person;
      const looker = await Looker.of(person);
      await rowOf(person, diaryNumber).getByText(t('desk.kind.receipt'), { exact: true }).waitFor();
      await chooseRow(person, diaryNumber);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/receipts/*');
      await page.goBack();
      await chooseRow(person, number);
      await untilStill(page);
      await person.photograph(`one-desk-${language}`);
      await looker.look('one desk');
      await looker.lookInTheDark('one desk');

      await page.keyboard.press('x');
      await chooseRow(person, diaryNumber);
      await page.keyboard.press('x');
      await page.getByText(t('bulk.files.selected', { count: 1 }), { exact: true }).waitFor();
      const untouched = page.getByText(t('bulk.untouched', { count: 1 }), { exact: true });
      await untouched.waitFor();
      await person.photograph(`one-desk-selected-${language}`);
      await looker.look('one desk, selected');
      await page.getByRole('button', { name: t('bulk.withoutThese'), exact: true }).click();
      await untouched.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');

      await page.keyboard.press('l');
      const filters = page.getByRole('dialog', { name: t('desk.filters'), exact: true });
      await filters.getByRole('button', { name: t('desk.chipUnread'), exact: true }).click();
      await page.waitForURL('**/desk/all?unread=true');
      await looker.look('filters');
      await page.keyboard.press('Escape');
      await filters.waitFor({ state: 'detached' });
      // One chip says by what it is narrowed, and shows all again.
      await page.getByRole('button', { name: t('desk.chipUnread'), exact: true, pressed: true }).click();
      await page.waitForURL('**/desk/all');

      await page.keyboard.press('c');
      const newFile = page.getByRole('menuitem', { name: t('desk.newFile'), exact: true });
      await newFile.and(page.locator(':focus')).waitFor();
      await looker.look('new entry');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/files/new');
      expect([...person.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'shows ten rows at once, few things to press, and no tab of a kind of which there is nothing',
    async () => {
      await desk.files(...Array.from({ length: MANY }, (_, n) => `मार्ग सं० ${n + 1} की मरम्मत ${language}`));
      const person = await comes('vinod');
      const { page } = person;
      await page.getByRole('listitem').nth(MANY).waitFor();
      await untilStill(page);
      await page.mouse.move(0, 0);
      const { rows, controls } = await page.evaluate<{ rows: number; controls: number }>(SEEN);
      expect(rows).toBeGreaterThanOrEqual(ROWS_AT_ONCE);
      expect(controls).toBeLessThanOrEqual(MOST_CONTROLS);
      await tabOf(person, 'inbox').waitFor();
      expect(await tabOf(person, 'copies').count()).toBe(0);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
