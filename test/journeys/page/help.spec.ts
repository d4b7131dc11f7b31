import { HELP_WORDS } from '../../../apps/web/src/help/help-words';
import enFirstSteps from '../../../libs/office/messages/src/en/first-steps.json';
import hiFirstSteps from '../../../libs/office/messages/src/hi/first-steps.json';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Help where one stumbles, in %s,', (language) => {
  it(
    'says in two sentences what a yellow note is, by key and by mouse, and is read out',
    async () => {
      const [file] = await desk.files('नाले की सफाई');
      const { person, looker } = await comes('vinod');
      const { page, t } = person;
      await page.goto(`/files/${file?.id ?? ''}`);
      const mark = page.getByRole('button', { name: t('help.whatIs', { word: t('help.word.yellow') }), exact: true });
      const meaning = page.getByRole('dialog').getByText(t('help.meaning.yellow'), { exact: true });
      await mark.focus();
      await page.keyboard.press('Enter');
      await meaning.waitFor();
      await page
        .locator('[aria-live="polite"]')
        .filter({ hasText: t('help.meaning.yellow') })
        .first()
        .waitFor({ state: 'attached' });
      expect(await mark.getAttribute('aria-expanded')).toBe('true');
      await looker.look('what a yellow note is');
      await person.photograph(`help-yellow-${language}`);
      await page.keyboard.press('Escape');
      await meaning.waitFor({ state: 'detached' });
      await mark.and(page.locator(':focus')).waitFor();
      await mark.click();
      await meaning.waitFor();
      await page.getByRole('heading', { level: 1 }).first().click();
      await meaning.waitFor({ state: 'detached' });
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'lists the keys in groups, finds one, and leads to the page of the role, which the menu shows too',
    async () => {
      const { person, looker } = await comes('vinod');
      const { page, t } = person;
      await page.goto('/desk/inbox');
      await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
      await page.keyboard.press('Shift+?');
      const keys = page.getByRole('dialog', { name: t('keys.all'), exact: true });
      for (const group of ['move', 'write', 'go'] as const)
        await keys.getByRole('heading', { name: t(`keys.group.${group}`), exact: true }).waitFor();
      const all = await keys.getByRole('term').count();
      await looker.look('the list of keys');
      await person.photograph(`keys-${language}`);
      await keys
        .getByRole('searchbox', { name: t('keys.find'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.insertText(t('keys.diarise'));
      await keys.getByRole('term').nth(1).waitFor({ state: 'detached' });
      expect([all > 8, await keys.getByRole('definition').allInnerTexts()]).toEqual([true, [t('keys.diarise')]]);
      await keys.getByRole('link', { name: t('page.help'), exact: true }).click();
      await keys.waitFor({ state: 'detached' });
      await isHelpOf(person, 'firstSteps.clerkNote');
      await looker.look('help');
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'begins a dispatcher otherwise than a clerk',
    async () => {
      const { person } = await comes('lata');
      const { page, t } = person;
      const own = page.getByRole('button').filter({ hasText: personOf('lata').name[language] });
      await page.getByRole('banner').getByRole('button').and(own).click();
      await page.getByRole('menuitem', { name: t('page.help'), exact: true }).click();
      await isHelpOf(person, 'firstSteps.dispatcherPost');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  async function comes(username: string): Promise<{ person: Person; looker: Looker }> {
    const person = await office().person({ language });
    const looker = await Looker.of(person);
    await signIn(person, username);
    return { person, looker };
  }
});

/** The page of help, with this first step and the eight words. */
async function isHelpOf(person: Person, step: keyof typeof enFirstSteps): Promise<void> {
  const { page, t, language } = person;
  await page.waitForURL('**/help');
  const help = page.getByRole('main');
  await help
    .getByRole('link', { name: (language === 'hi' ? hiFirstSteps : enFirstSteps)[step], exact: true })
    .waitFor();
  await person.photograph(`help-${language}-${step}`);
  for (const word of HELP_WORDS) {
    await help.getByText(t(`help.word.${word}`), { exact: true }).waitFor();
    await help.getByText(t(`help.meaning.${word}`), { exact: true }).waitFor();
  }
}
