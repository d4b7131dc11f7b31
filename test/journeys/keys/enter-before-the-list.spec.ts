import { useJourneyOffice } from '../../support/journeys/office';
import { signIn } from '../../support/page/person';

const office = useJourneyOffice();

describe('Enter in the number head, pressed before the heads have come', () => {
  it('takes the first that fits once they are there', async () => {
    const person = await office().person({ language: 'hi' });
    await signIn(person, 'vinod');
    const { page, t } = person;
    const held = Promise.withResolvers<undefined>();
    await page.route(/\/api\/v1\/number-heads/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto('/files/new');
    const head = page.getByRole('textbox', { name: t('desk.head'), exact: true });
    await head.fill('A-11011');
    await head.press('Enter');
    expect(await page.getByRole('radio').count()).toBe(0);
    held.resolve(undefined);
    await page.getByRole('radio', { name: 'A-11011', checked: true }).waitFor({ state: 'attached' });
    expect(person.troubles).toEqual([]);
  }, 300_000);
});
