import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runFolder } from '../../support/database/cluster';
import { copyDatabase, dropDatabase, migratedTemplate } from '../../support/database/database';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { type Person, personOf, signIn } from '../../support/page/person';
import { untilStill } from '../../support/page/still';
import { OfficeProcess } from '../../support/processes/office-process';
import { LAUNCHER } from '../../support/processes/running-office';
import { SMALL_OFFICE } from '../../support/office/small-office';

const JOURNEY_MS = 600_000;
const MOST_PIXELS = 50;
const PHONE = { width: 390, height: 844 };

/** One of each kind, the post that those with several act from, and where the steps lead. */
const INBOX = 'desk/inbox';
const PEOPLE = [
  ['ramesh', undefined, ['receipts/new', 'desk/receipts', 'registers/diary']],
  ['vinod', undefined, ['desk/receipts', `${INBOX}?unread=true`, INBOX, `${INBOX}?action=for_necessary_action`]],
  ['sunita', 'AO(EST)', [`${INBOX}?late=true`, `${INBOX}?unread=true`, 'desk/drafts', INBOX]],
  ['nandita', undefined, [`${INBOX}?late=true`, `${INBOX}?unread=true`, 'desk/drafts', 'search?state=closed']],
  ['lata', undefined, ['desk/to-dispatch', 'desk/to-dispatch', 'registers/dispatch']],
  ['sudhir', undefined, ['search?state=closed', 'search?state=on_desk', 'search?state=closed', 'audit/sample']],
  ['anjali', undefined, ['people', 'search', 'registers/diary']],
] as const;

describe('The first steps', () => {
  const office = useJourneyOffice();
  const cardOf = ({ page, language }: Person, username: string) =>
    page.getByRole('dialog', { name: personOf(username).name[language] });
  /** Says how many of them one has gone. */
  const pillOf = ({ page, t }: Person, of: number, done = 0) =>
    page.getByRole('button', { name: t('firstSteps.pill', { done, of }), exact: true });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(PEOPLE)(
      'lead %s from the first page to places that are there, until they are put away and brought back',
      async (username, marking, places) => {
        const person = await office().person({ language });
        const { page, t } = person;
        const looker = await Looker.of(person);
        await signIn(person, username, marking);
        const card = cardOf(person, username);
        const links = card.getByRole('link');
        const box = await pillOf(person, places.length).boundingBox();
        expect(box?.height).toBeLessThan(MOST_PIXELS);
        await pillOf(person, places.length).click();
        await links.nth(places.length - 1).waitFor();
        expect(await links.count()).toBe(places.length);
        await person.photograph(`first-steps-${username}-${language}`);
        await looker.look(`first steps of ${username}`);
        await looker.lookInTheDark(`first steps of ${username}`);
        expect(looker.found).toEqual([]);
        const first = page.url();
        await page.keyboard.press('Escape');
        for (const [index, place] of places.entries()) {
          await pillOf(person, places.length, index).click();
          await links.nth(index).click();
          await page.waitForURL(`${office().url}/${place}`);
          await page.getByRole('main').getByRole('heading', { level: 1 }).or(page.getByRole('table')).first().waitFor();
          expect(await page.getByRole('alert').count()).toBe(0);
          if (page.url() !== first) await page.goBack();
          await page.waitForURL(first);
        }
        const pill = pillOf(person, places.length, places.length);
        await pill.click();
        await card.getByRole('button', { name: t('firstSteps.putAway'), exact: true }).click();
        await pill.waitFor({ state: 'detached' });
        await page.reload();
        await page.getByRole('main').waitFor();
        await untilStill(page);
        expect(await pill.count()).toBe(0);
        await page.getByRole('banner').getByRole('button').last().click();
        await page.getByRole('menuitem', { name: t('firstSteps.show'), exact: true }).click();
        await pill.waitFor();
        expect(page.url()).toBe(first);
        expect(person.troubles).toEqual([]);
        await person.context.close();
      },
      JOURNEY_MS,
    );
  });

  it(
    'fit on a telephone, and are put away for one person, not for the next at the same browser',
    async () => {
      const person = await office().person({ language: 'hi' });
      const { page, t } = person;
      await page.setViewportSize(PHONE);
      await signIn(person, 'vinod');
      await pillOf(person, 4).click();
      const card = cardOf(person, 'vinod');
      await card.getByRole('link').last().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await person.photograph('first-steps-phone-hi');
      await card.getByRole('button', { name: t('firstSteps.putAway'), exact: true }).click();
      await page.getByRole('banner').getByRole('button').last().click();
      await page.getByRole('menuitem', { name: t('session.signOut'), exact: true }).click();
      await signIn(person, 'pooja');
      await pillOf(person, 4).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'are not of an office that is no demo, nor does its menu offer them',
    async () => {
      const dataFolder = mkdtempSync(join(runFolder(), 'no-demo-'));
      const description = join(dataFolder, 'office.json');
      writeFileSync(description, JSON.stringify(SMALL_OFFICE));
      const database = `no_demo_${randomUUID().replaceAll('-', '')}`;
      const databaseUrl = await copyDatabase(await migratedTemplate(), database);
      const told = { DATABASE_URL: databaseUrl, PATRAVALI_DATA: dataFolder, PATRAVALI_DEMO: 'off' };
      const env = { ...process.env, ...told, NODE_ENV: '', LANG: 'en' };
      const { stdout } = await promisify(execFile)(process.execPath, [LAUNCHER, 'load', description], { env });
      const [, token] = /Ravi Kumar.*\/link#([\w-]{20,})/.exec(stdout) ?? [];
      const real = await OfficeProcess.api({ databaseUrl, dataFolder });
      try {
        const person = await office().person({ language: 'en' });
        const { page, t } = person;
        await page.goto(`${real.origin}/link#${String(token)}`);
        for (const name of ['session.newPassword', 'session.newPasswordAgain'] as const)
          await page.getByLabel(t(name), { exact: true }).fill('a long pass phrase of my own');
        await page.keyboard.press('Enter');
        await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
        await page.getByRole('main').waitFor();
        await untilStill(page);
        expect(await pillOf(person, 4).count()).toBe(0);
        await page.getByRole('banner').getByRole('button').last().click();
        await page.getByRole('menuitem', { name: t('session.signOut'), exact: true }).waitFor();
        expect(await page.getByRole('menuitem', { name: t('firstSteps.show'), exact: true }).count()).toBe(0);
      } finally {
        await real.kill();
        await dropDatabase(database);
      }
    },
    JOURNEY_MS,
  );
});
