import type { Page } from 'playwright-core';
import { boxOf, ClerksDesk, type NamedFile } from '../support/journeys/clerks-desk';
import { LANGUAGES } from '../support/language/languages';
import { useJourneyOffice } from '../support/journeys/office';
import { goToTab } from '../support/page/file';
import { type Person, signIn } from '../support/page/person';

const JOURNEY_MS = 600_000;
/** Odd: the file ends with the officer. */
const HOPS = 199;
const TWO_LINES = 52;
const SUBJECT = 'जनपद के समस्त विकास खण्डों में निर्माणाधीन विद्यालय भवनों की गुणवत्ता की जाँच के सम्बन्ध में। '.repeat(7).trim();
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('On a file of which there is much to say, in %s', (language) => {
  let file: NamedFile;
  beforeAll(async () => {
    const [made] = await desk.files(SUBJECT);
    if (!made) throw new Error('no file was made');
    file = made;
    await desk.sendBackAndForth(file, HOPS);
  }, JOURNEY_MS);

  async function opens(): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, 'sunita', 'AO(EST)');
    await person.page.goto(`/files/${file.id}`);
    return person;
  }

  it(
    'a long subject keeps to two lines; the whole of it shows with the focus, and among the details',
    async () => {
      const person = await opens();
      const { page } = person;
      const subject = page.getByRole('heading', { level: 1, name: SUBJECT, exact: true });
      await subject.waitFor();
      await subject.and(page.locator('[tabindex="0"]')).waitFor();
      expect((await boxOf(subject)).height).toBeLessThan(TWO_LINES);
      await person.photograph(`long-subject-${language}`);
      await subject.focus();
      const whole = page.getByRole('tooltip').getByText(SUBJECT, { exact: true });
      await whole.waitFor();
      expect((await boxOf(whole)).height).toBeGreaterThan(2 * TWO_LINES);
      await person.photograph(`long-subject-focused-${language}`);
      await goToTab(person, 'details');
      await page.getByRole('definition').filter({ hasText: SUBJECT }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'two hundred movements are read with the keys, the head of the table in sight, and each stay is drawn apart',
    async () => {
      const person = await opens();
      const { page, t } = person;
      await goToTab(person, 'movements');
      const table = page.getByRole('region', { name: t('file.tab.movements'), exact: true });
      await table.getByRole('row').nth(HOPS).waitFor();
      await person.photograph(`many-movements-${language}`);
      await table.focus();
      await page.keyboard.press('End');
      await until(page, inSight('tbody tr'));
      await person.photograph(`many-movements-end-${language}`);
      await until(page, inSight('thead th:first-child'));

      const picture = page.getByRole('figure').getByRole('region');
      const stays = picture.locator('rect');
      await page.getByRole('button', { name: t('journey.showAll', { hops: HOPS + 1 }), exact: true }).press('Enter');
      await page.getByRole('button', { name: t('journey.showLast', { hops: 40 }), exact: true }).waitFor();
      expect(await stays.count()).toBe(HOPS + 1);
      const [one, next] = [await boxOf(stays.nth(0)), await boxOf(stays.nth(1))];
      expect(next.x - one.x).toBeGreaterThan(8);
      // It begins where the file is now, and the keys lead back to where it began.
      await until(page, `return ${LEFT_OF_THE_END} < 1`);
      await picture.focus();
      await page.keyboard.press('ArrowLeft');
      await until(page, `return ${LEFT_OF_THE_END} > 1`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** How far the picture of the journey is scrolled away from its end. */
const LEFT_OF_THE_END = `((place) => place.scrollWidth - place.clientWidth - place.scrollLeft)(
  document.querySelector('figure [role="region"]'))`;

/** The last of these lies within what its scroller shows. */
const inSight = (selector: string) => `
  const shown = [...document.querySelectorAll('[role="region"] ${selector}')].at(-1);
  const [box, frame] = [shown, shown.closest('[role="region"]')].map((each) => each.getBoundingClientRect());
  const across = box.left >= frame.left - 1 && box.left < frame.right;
  return across && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;`;

/** The page lets no script be made of words, so that Playwright's own waiting cannot be used. */
async function until(page: Page, condition: string): Promise<void> {
  await page.evaluate(`new Promise((came, late) => {
    const isSo = () => {${condition}};
    const look = () => (isSo() ? came(true) : requestAnimationFrame(look));
    setTimeout(() => late(new Error('it never came')), 60_000);
    look();
  })`);
}
