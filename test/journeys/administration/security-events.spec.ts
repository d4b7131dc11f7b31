import { dayInIndia } from '@patravali/language';
import type { Locator } from 'playwright-core';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
/** Of the window; what stands right of it is not seen. */
const WIDTH = 1366;

const office = useJourneyOffice();

describe.each(LANGUAGES)('The administrator, in %s', (language) => {
  it(
    'sees who signed in and what was refused to whom, and takes it out as a file',
    async () => {
      const clerk = await Client.signIn(() => office().url, 'vinod');
      await expect(clerk.ask('listSecurityEvents')).rejects.toMatchObject({ code: 'not-allowed' });
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const tabs = page.getByRole('navigation', { name: t('desk.office'), exact: true });
      await page.getByRole('link', { name: t('page.securityEvents'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('page.securityEvents'), exact: true }).waitFor();
      for (const tab of await tabs.getByRole('link').all()) expect(await rightOf(tab)).toBeLessThan(WIDTH);
      const rows = page.getByRole('row');
      await rows
        .filter({ hasText: personOf('anjali').name[language] })
        .filter({ hasText: t('securityLog.byDemo') })
        .first()
        .waitFor();
      await person.photograph(`security-events-${language}`);
      await looker.look('security events');

      await page.getByRole('combobox', { name: t('securityLog.username') }).fill(personOf('vinod').name[language]);
      await page.getByRole('option').filter({ hasText: 'vinod' }).click();
      const kind = page.getByRole('combobox', { name: t('securityLog.what') });
      await kind.selectOption({ label: t('securityEvent.refused') });
      await page.getByRole('button', { name: t('securityLog.search'), exact: true }).click();
      const refused = rows.filter({ hasText: 'GET /api/v1/security-events' });
      await refused.first().waitFor();
      await rows
        .filter({ hasText: personOf('anjali').name[language] })
        .first()
        .waitFor({ state: 'detached' });
      expect(await refused.count()).toBe((await rows.count()) - 1);
      await person.photograph(`security-events-of-one-${language}`);
      await looker.look('security events of one person');

      const file = await person.download(() =>
        page.getByRole('button', { name: t('securityLog.export'), exact: true }).click(),
      );
      const [line = ''] = file.bytes.toString().split('\n');
      expect(JSON.parse(line)).toMatchObject({ kind: 'refused', username: 'vinod', data: { code: 'not-allowed' } });

      await page.getByRole('button', { name: t('securityLog.forget'), exact: true }).click();
      await page.getByRole('textbox', { name: t('page.dayTo'), exact: true }).fill('2020-01-01');
      await page.getByRole('button', { name: t('securityLog.search'), exact: true }).click();
      await page.getByText(t('securityLog.none')).waitFor();
      await page.getByRole('textbox', { name: t('page.dayTo'), exact: true }).fill(dayInIndia(new Date()));
      await page.getByRole('button', { name: t('securityLog.search'), exact: true }).click();
      await rows
        .filter({ hasText: t('securityEvent.log_exported') })
        .first()
        .waitFor();
      expect([...person.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );
});

async function rightOf(tab: Locator): Promise<number> {
  const { x, width } = (await tab.boundingBox()) ?? { x: WIDTH, width: 0 };
  return x + width;
}
