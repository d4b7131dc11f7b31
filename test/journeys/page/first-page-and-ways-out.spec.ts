import en from '../../../libs/office/messages/src/en/backup.json';
import hi from '../../../libs/office/messages/src/hi/backup.json';
import { scriptsOf, scriptsThatFollow } from '../../support/page/first-load';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { personOf, signIn } from '../../support/page/person';
import { untilStill } from '../../support/page/still';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const BEGINS = { ramesh: '/desk/all', lata: '/desk/to-dispatch', sudhir: '/search', anjali: '/people' };
const NOWHERE = '01890000-0000-7000-8000-000000000001';
/** Only the demo office shows first steps. */
const OF_THE_DEMO = 'assets/FirstSteps-';
const BACKUPS = { en, hi };
const PLACES = ['files', 'receipts', 'issues', 'drafts'];

it(
  'A browser loads no script at first but those that test/page/loading/first-load.spec.ts weighs',
  async () => {
    const person = await office().person();
    const { page } = person;
    const besides = async (weighed: readonly string[]) => {
      await untilStill(page);
      const loaded = await page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1))`,
      );
      const scripts = loaded.filter((name) => name.endsWith('.js'));
      expect(scripts.length).toBeGreaterThan(weighed.length / 2);
      const known = [...weighed, ...scriptsThatFollow()];
      return scripts.filter((name) => !known.includes(name) && !name.startsWith(OF_THE_DEMO));
    };
    await page.waitForURL('**/sign-in');
    expect(await besides(scriptsOf('sign-in'))).toEqual([]);
    await signIn(person, 'vinod');
    await page.waitForURL('**/desk/all');
    await page.reload();
    await page.getByRole('main').waitFor();
    expect(await besides(scriptsOf('desk'))).toEqual([]);
  },
  JOURNEY_MS,
);

describe.each(LANGUAGES)('In %s', (language) => {
  it.each(Object.entries(BEGINS))(
    'the first page of %s is %s',
    async (username, path) => {
      const person = await office().person({ language });
      await signIn(person, username);
      await person.page.waitForURL(`**${path}`);
      await person.page.getByRole('main').waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'an administrator sees every post with its holder and how old the last backup is, and an officer is refused and shown the way out',
    async () => {
      const administrator = await office().person({ language });
      await signIn(administrator, 'anjali');
      const row = administrator.page.getByRole('row').filter({ hasText: 'AO(EST)' });
      await row.getByText(personOf('sunita').name[language]).waitFor();
      await administrator.page.getByText(BACKUPS[language]['backup.overdue'], { exact: true }).waitFor();
      await administrator.photograph(`people-and-backup-${language}`);
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      await clerk.page.goto('/people');
      await clerk.page
        .getByRole('alert')
        .getByText(/HA\(EST\)/)
        .waitFor();
      expect(await clerk.page.getByRole('table').count()).toBe(0);
    },
    JOURNEY_MS,
  );

  it(
    'where nothing is, one is told so, and finds the way to the desk, to the search and back',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      const ways = page.getByRole('navigation', { name: t('page.waysOut'), exact: true });
      for (const place of PLACES) {
        await page.goto(`/desk/drafts`);
        await page.goto(`/${place}/${NOWHERE}`);
        await page.getByRole('heading', { level: 1, name: t('page.notFoundTitle'), exact: true }).waitFor();
        await ways.getByRole('link', { name: t('page.toDesk'), exact: true }).waitFor();
        await ways.getByRole('link', { name: t('desk.findFiles'), exact: true }).waitFor();
      }
      await ways.getByRole('link', { name: t('desk.findFiles'), exact: true }).click();
      await page.waitForURL('**/search');
      await page.goBack();
      await ways.getByRole('button', { name: t('page.back'), exact: true }).click();
      await page.waitForURL('**/desk/drafts');
      await page.getByRole('heading', { level: 1, name: t('desk.box.drafts'), exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
