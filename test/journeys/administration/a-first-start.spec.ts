import type { Locator } from 'playwright-core';
import { browserOfWorker } from '../../support/page/browser';
import { setUpLink } from '../../support/journeys/set-up-link';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { Person } from '../../support/page/person';
import { RunningOffice } from '../../support/processes/running-office';

const JOURNEY_MS = 600_000;
const ORDER = '1/स्था०-2026, 1 दिसम्बर 2026';
const PASSWORD = 'four blue trains at noon';
const OFFICE = { hi: 'खण्ड विकास कार्यालय, सठियाँव', en: 'Block Development Office, Sathiyaon' };
const ADMINISTRATOR = { hi: 'मीना सोनकर', en: 'Meena Sonkar' };
const HEAD = { hi: 'अरविन्द भारती', en: 'Arvind Bharti', username: 'arvind' };
const CLERK = { hi: 'राजेश गौतम', en: 'Rajesh Gautam', username: 'rajesh' };

describe.each(LANGUAGES)('The first start of an office, in %s', (language) => {
  let office: RunningOffice | undefined;
  let person: Person | undefined;
  afterAll(async () => {
    await person?.context.close();
    await office?.stop();
  }, 120_000);

  it(
    'leads from the link at the terminal to a checklist, and from there to all that is done on pages',
    async () => {
      office = new RunningOffice({ environment: { PATRAVALI_DEMO: 'off', PATRAVALI_LANG: language } });
      const url = await office.url();
      const link = await setUpLink(office);
      person = await Person.arrive(await browserOfWorker(), url, { language });
      const administrator = person;
      const { page, t } = person;
      const looker = await Looker.of(person);
      const dialog = page.getByRole('dialog');
      const field = (name: string, place: Locator = dialog) => place.getByRole('textbox', { name, exact: true });
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      const keep = async () => {
        await page.keyboard.press('Control+Enter');
        await dialog.waitFor({ state: 'detached' });
      };
      const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

      // Before it is set up, the office says where the link is.
      await page.getByText(t('session.notFounded', { command: 'load office.json' }), { exact: true }).waitFor();
      await page.goto(link);
      await heading(t('setUp.title'));
      await administrator.photograph(`set-up-${language}`);
      await looker.look('setting up');
      const part = (name: string) => page.getByRole('group', { name, exact: true });
      const name = language === 'hi' ? t('setUp.nameHi') : t('setUp.nameEn');
      await field(name, part(t('setUp.you'))).fill(ADMINISTRATOR[language]);
      await field(t('setUp.username'), part(t('setUp.you'))).fill('meena');
      for (const label of ['session.newPassword', 'session.newPasswordAgain'] as const)
        await page.getByLabel(t(label), { exact: true }).fill(PASSWORD);
      await press(t('setUp.act'));
      await page.getByText(t('form.noLanguage'), { exact: true }).waitFor();
      await administrator.photograph(`set-up-without-name-${language}`);
      await field(name, part(t('setUp.office'))).fill(OFFICE[language]);
      await press(t('setUp.act'));

      await heading(t('page.checklist'));
      const row = (item: 'posts' | 'charges' | 'number-heads' | 'letterhead' | 'signing-key' | 'mail' | 'backup') =>
        page.getByRole('listitem').filter({ hasText: t(`checklist.why.${item}`) });
      const open = (item: 'posts' | 'charges' | 'number-heads' | 'letterhead') =>
        row(item)
          .getByRole('link', { name: t('checklist.openOf', { item: t(`checklistItem.${item}`) }), exact: true })
          .click();
      const back = async () => {
        await page.goto('/');
        await heading(t('page.checklist'));
      };
      for (const item of ['posts', 'charges', 'number-heads', 'letterhead', 'signing-key'] as const)
        await row(item).getByText(t('checklist.toDo'), { exact: true }).waitFor();
      await administrator.photograph(`checklist-${language}`);
      await looker.look('the checklist');

      await open('letterhead');
      await heading(t('page.letterhead'));
      const form = page.getByRole('main');
      // An office that bears its name in one language is asked in that alone.
      await field(t('letterhead.address'), form).fill(language === 'hi' ? 'सठियाँव, आजमगढ़' : 'Sathiyaon, Azamgarh');
      const other = [t('letterhead.addressHi'), t('letterhead.addressEn')].map((label) => field(label, form));
      const switches = page.getByRole('button', { name: `${t('page.hindi')} ${t('page.english')}` });
      expect(await Promise.all([...other, switches].map((each) => each.count()))).toEqual([0, 0, 0]);
      await field(t('letterhead.phone'), form).fill('05462-000000');
      await administrator.photograph(`letterhead-${language}`);
      await looker.look('the letterhead');
      await administrator.sees(t('letterhead.kept'), () => page.keyboard.press('Control+Enter'));
      await back();
      await row('letterhead').getByText(t('checklist.done'), { exact: true }).waitFor();

      await open('posts');
      await heading(t('people.title'));
      await press(t('establishment.newPost'));
      await field(t('establishment.designation')).fill(language === 'hi' ? 'कार्यालय सहायक' : 'Office Assistant');
      await field(t('establishment.ownMarking')).fill(language === 'hi' ? 'का०स०' : 'OA');
      await administrator.photograph(`a-post-in-one-language-${language}`);
      for (const role of ['dealing_hand', 'dispatcher'] as const) {
        const box = dialog.getByRole('checkbox', { name: t(`role.${role}`), exact: true });
        if (!(await box.isChecked())) await box.check();
      }
      await field(t('establishment.reason')).fill(ORDER);
      await administrator.sees(t('establishment.postKept'), keep);

      await page.getByRole('link', { name: t('page.accounts'), exact: true }).click();
      for (const { username, ...names } of [HEAD, CLERK]) {
        await press(t('establishment.newPerson'));
        await field(t('establishment.name')).fill(names[language]);
        await field(t('establishment.username')).fill(username);
        await field(t('establishment.reason')).fill(ORDER);
        await page.keyboard.press('Control+Enter');
        await dialog.getByText(/\/link#/).waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await back();
      await row('posts').getByText(t('checklist.done'), { exact: true }).waitFor();
      await open('charges');
      const markings = [
        [language === 'hi' ? 'का०अ०' : 'HEAD', HEAD],
        [language === 'hi' ? 'का०स०' : 'OA', CLERK],
      ] as const;
      for (const [marking, who] of markings) {
        await press(`${t('establishment.takeCharge')}: ${marking}`);
        const found = dialog.getByRole('combobox', { name: t('people.person'), exact: true });
        await found.or(field(t('people.person'))).click();
        await found.or(field(t('people.person'))).fill(who[language]);
        await page.getByRole('option').filter({ hasText: who[language] }).first().click();
        await field(t('people.order')).fill(ORDER);
        await administrator.sees(t('establishment.chargeTaken'), keep);
      }

      await back();
      await row('charges').getByText(t('checklist.done'), { exact: true }).waitFor();
      await open('number-heads');
      await heading(t('page.numbers'));
      await press(t('numbers.newHead'));
      await field(t('numbers.basic')).fill('EST');
      await field(t('numbers.headTitle')).fill(language === 'hi' ? 'स्थापना' : 'Establishment');
      await field(t('numbers.reason')).fill(ORDER);
      await keep();

      // What is left is a matter of the server's settings.
      await back();
      for (const item of ['posts', 'charges', 'number-heads', 'letterhead'] as const)
        await row(item).getByText(t('checklist.done'), { exact: true }).waitFor();
      await row('signing-key').getByText(t('checklist.toDo'), { exact: true }).waitFor();
      await administrator.photograph(`checklist-done-${language}`);
      await looker.look('the checklist at its end');

      // The link has been used.
      await page.goto('/sign-in');
      await page.goto(link);
      await page.reload();
      await field(name, part(t('setUp.office'))).fill('x');
      await field(name, part(t('setUp.you'))).fill('x');
      await field(t('setUp.username'), part(t('setUp.you'))).fill('x');
      for (const label of ['session.newPassword', 'session.newPasswordAgain'] as const)
        await page.getByLabel(t(label), { exact: true }).fill(PASSWORD);
      await press(t('setUp.act'));
      await page.getByRole('alert').filter({ hasText: usedUp[language] }).waitFor();
      await administrator.photograph(`set-up-used-${language}`);
      expect(administrator.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});

const usedUp = { hi: /यह कार्यालय स्थापित हो चुका है/, en: /This office has already been set up/ };
