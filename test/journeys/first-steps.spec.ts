import { readFileSync } from 'node:fs';
import { useJourneyOffice } from '../support/journey-office';
import { personOf, signIn } from '../support/page-person';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = JSON.stringify({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } });
const JOURNEY_MS = 600_000;

/** One of each kind, the post that those with several act from, and how many steps are shown. */
const PEOPLE = [
  ['vinod', undefined, 5],
  ['sunita', 'AO(EST)', 4],
  ['ramesh', undefined, 3],
  ['lata', undefined, 3],
  ['sudhir', undefined, 4],
  ['anjali', undefined, 3],
] as const;

describe('The first steps of a visitor to the demo office', () => {
  const office = useJourneyOffice();

  it.each(['hi', 'en'] as const)(
    'lead everybody to places that are there, until they are put away, in %s',
    async (language) => {
      for (const [username, marking, steps] of PEOPLE) {
        const person = await office().person({ language });
        const { page, t } = person;
        await page.addInitScript({ content: AXE });
        await page.reload();
        await signIn(person, username, marking);
        const card = page.getByRole('region', { name: personOf(username).name[language] });
        const links = card.getByRole('link');
        await links.nth(steps - 1).waitFor();
        expect(await links.count()).toBe(steps);
        expect(await page.evaluate(`axe.run('section', ${RULES}).then(({ violations }) => violations)`)).toEqual([]);
        for (const address of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
          await page.goto(address);
          await page.getByRole('main').waitFor();
          await page.waitForLoadState('networkidle');
          expect(await page.getByRole('alert').count()).toBe(0);
        }
        await page.goto('/search');
        await card.getByRole('button', { name: t('firstSteps.putAway'), exact: true }).click();
        await card.waitFor({ state: 'detached' });
        await page.reload();
        await page.getByRole('main').waitFor();
        expect(await card.count()).toBe(0);
        expect(person.troubles).toEqual([]);
        await person.context.close();
      }
    },
    JOURNEY_MS,
  );
});
