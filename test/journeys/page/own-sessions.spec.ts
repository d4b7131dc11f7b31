import type { Request } from 'playwright-core';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, personOf, signIn } from '../../support/page/person';

const UNATTENDED = 'x-unattended';

describe("A person's sessions", () => {
  const office = useJourneyOffice();

  const openSessions = async ({ page, t, language }: Person) => {
    const own = page.getByRole('button').filter({ hasText: personOf('vinod').name[language] });
    await page.getByRole('banner').getByRole('button').and(own).click();
    await page.getByRole('menuitem', { name: t('session.sessions'), exact: true }).click();
    await page.getByRole('heading', { name: t('session.sessions'), exact: true }).waitFor();
  };
  const asksForTheInbox = (request: Request) => request.url().includes('/api/v1/desk');

  it('are seen and ended from either; the other page says so and keeps what is on it', async () => {
    const [here, elsewhere] = [await office().person(), await office().person({ language: 'en' })];
    for (const person of [here, elsewhere]) await signIn(person, 'vinod');
    await openSessions(here);
    await here.page.getByText(here.t('session.thisOne'), { exact: true }).waitFor();
    expect(await here.page.getByRole('main').getByRole('listitem').count()).toBe(2);
    await here.photograph('sessions-hi');
    await openSessions(elsewhere);
    await elsewhere.photograph('sessions-en');
    const endOthers = here.page.getByRole('button', { name: here.t('session.endOthers'), exact: true });
    await endOthers.click();
    await here.sees(here.t('session.othersEnded'));
    await endOthers.waitFor({ state: 'detached' });
    expect(await here.page.getByRole('main').getByRole('listitem').count()).toBe(1);

    // The page elsewhere says so at its next request: this one, or its own that came before and covers the button.
    const again = elsewhere.page.getByRole('dialog', { name: elsewhere.t('session.againTitle'), exact: true });
    const tries = elsewhere.page.getByRole('button', { name: elsewhere.t('session.endOthers'), exact: true });
    if (!(await again.isVisible())) await tries.click({ timeout: 10_000 }).catch(() => undefined);
    await again.waitFor();
    await elsewhere.photograph('sessions-ended-en');
    expect([...here.troubles, ...elsewhere.troubles]).toEqual([]);
  }, 600_000);

  it('are not kept alive by a page that nobody touches', async () => {
    const person = await office().person();
    const { page } = person;
    const asked: boolean[] = [];
    page.on('request', (request) => {
      if (asksForTheInbox(request)) asked.push(UNATTENDED in request.headers());
    });
    await page.clock.install();
    await signIn(person, 'vinod');
    expect(asked).not.toContain(true);
    while (!asked.includes(true)) await page.clock.runFor(20_000);
    asked.length = 0;
    for (let x = 200; !asked.includes(false); x++) {
      await page.mouse.move(x, 200);
      await page.clock.runFor(20_000);
    }
  }, 600_000);
});
