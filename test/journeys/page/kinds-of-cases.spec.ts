import type { CaseCategory, Page } from '@patravali/contract';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { escaped } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const NAME = { hi: 'भूमि आवंटन', en: 'Allotment of land' };
const RENAMED = { hi: 'भूमि आवंटन एवं पट्टा', en: 'Allotment and lease of land' };
const WHY = 'शासनादेश के अनुसार अपर आयुक्त का अनुमोदन आवश्यक है।';
const FIVE = [6, 5, 4, 3, 2];

const office = useJourneyOffice();

describe.each(LANGUAGES)('The administrator, in %s', (language) => {
  const code = `LAND-${language.toUpperCase()}`;
  const kept = async () => {
    const client = await Client.signIn(() => office().url, 'anjali');
    const { items } = await client.ask<Page<CaseCategory>>('listCaseCategories', { query: { limit: '100' } });
    return items.find((category) => category.code === code);
  };
  const row = ({ page, t }: Person) =>
    page
      .getByRole('list', { name: t('page.caseCategories'), exact: true })
      .getByRole('listitem')
      .filter({ hasText: code });

  it(
    'adds a kind of case of five levels, which he gives a reason for, and changes it',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      await page.getByRole('link', { name: t('page.caseCategories'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('page.caseCategories'), exact: true }).waitFor();
      await person.photograph(`kinds-of-cases-${language}`);
      await looker.look('the kinds of cases');

      await page.getByRole('button', { name: t('categories.add'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
      const level = (place: number) =>
        dialog.getByRole('checkbox', { name: new RegExp(`^${escaped(t('ladder.level', { place }))} `) });
      const save = dialog.getByRole('button', { name: t('categories.save'), exact: true });
      await field(t('categories.nameHi')).fill(NAME.hi);
      await field(t('categories.nameEn')).fill(NAME.en);
      await field(t('categories.code')).fill('CL');
      for (const place of FIVE.slice(1)) await level(place).check();
      const reason = field(t('categories.reason', { place: 4 }));
      expect(await reason.count()).toBe(0);
      await level(6).check();
      await reason.waitFor();

      await save.click();
      await dialog.getByText(/“CL”/).waitFor();
      await field(t('categories.code')).fill(code);
      await save.click();
      const said = language === 'hi' ? 'प्रस्तुतीकरण के 5 स्तर हैं।' : 'The channel has 5 levels.';
      await dialog.getByText(said).waitFor();
      expect(await reason.getAttribute('aria-invalid')).toBe('true');
      // Where the hand goes next.
      await reason.and(page.locator(':focus')).waitFor();
      await person.photograph(`a-long-channel-without-a-reason-${language}`);
      await looker.look('a long channel without a reason');
      expect(await kept()).toBeUndefined();

      await reason.fill(WHY);
      await dialog.getByText(said).waitFor({ state: 'detached' });
      const final = dialog.getByRole('combobox', { name: t('categories.final'), exact: true });
      await final.selectOption({ index: 1 });
      await save.click();
      await row(person).getByText(WHY).waitFor();
      await person.photograph(`a-long-channel-${language}`);
      const [power] = (await kept())?.powers ?? [];
      expect(power).toMatchObject({ levels: FIVE, reason: WHY, finalPost: expect.any(String) as string });

      await row(person).getByRole('button').click();
      await field(t('categories.nameHi')).fill(RENAMED.hi);
      await field(t('categories.nameEn')).fill(RENAMED.en);
      await person.photograph(`a-kind-of-case-is-changed-${language}`);
      await save.click();
      await row(person).getByText(RENAMED[language]).waitFor();
      expect(await kept()).toMatchObject({ name: RENAMED, powers: [power] });
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
