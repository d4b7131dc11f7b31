import { LANGUAGES } from '../../support/language/languages';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Words that mean the same in the office, in %s,', (language) => {
  it(
    'are added, found by at once, changed and removed',
    async () => {
      const mark = language === 'hi' ? 'दक्षिणी' : 'उत्तरी';
      const [file] = await desk.files(`लाटभवन ${mark} का अनुरक्षण`);
      if (!file) throw new Error('no file was made');
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      const found = async (q: string) => {
        await clerk.page.goto(`/search?q=${encodeURIComponent(q)}`);
        const { page, t } = clerk;
        await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q }), exact: true }).waitFor();
        const row = page.getByRole('main').getByText(file.number).first();
        await row.or(page.getByText(t('search.none'), { exact: true })).waitFor();
        return await row.isVisible();
      };
      expect(await found(`हाकिमगृह ${mark}`)).toBe(false);

      const person = await office().person({ language });
      const looker = await Looker.of(person, true);
      await signIn(person, 'anjali');
      const { page, t } = person;
      const dialog = page.getByRole('dialog');
      const words = dialog.getByRole('textbox', { name: t('synonyms.words') });
      const save = () => dialog.getByRole('button', { name: t('synonyms.save'), exact: true }).click();
      const row = page.getByRole('list', { name: t('page.synonyms') }).getByRole('listitem');
      await page.getByRole('link', { name: t('page.synonyms'), exact: true }).click();
      await page.getByText(t('synonyms.none'), { exact: true }).waitFor();
      await page.getByRole('button', { name: t('synonyms.add'), exact: true }).click();
      await words.fill('लाटभवन');
      await save();
      await dialog.getByText(t('synonyms.tooFew')).waitFor();
      await words.fill('लाटभवन\nहाकिमगृह\n%%');
      await save();
      await dialog.getByText('“%%”').waitFor();
      await looker.look('words that the office refused');
      await person.photograph(`synonyms-refused-${language}`);
      await words.fill('लाटभवन\nहाकिमगृह\n');
      const lexicon = page.waitForResponse(/\/lexicon-[^/]*\.js$/);
      await page.keyboard.press('Alt+h');
      await (await lexicon).finished();
      await words.press('Control+End');
      await page.keyboard.type('kothi', { delay: 20 });
      await page.getByRole('option', { name: 'कोथी', exact: true }).waitFor();
      await person.photograph(`synonyms-typed-${language}`);
      await page.keyboard.press('Space');
      await save();
      await row.filter({ hasText: 'लाटभवन · हाकिमगृह · कोथी' }).waitFor();
      expect(await found(`हाकिमगृह ${mark}`)).toBe(true);

      await page.keyboard.press('Alt+h');
      await page.getByRole('button', { name: t('synonyms.add'), exact: true }).click();
      await words.fill('मेहमानखाना\nलाटभवन');
      await save();
      await dialog.getByRole('alert').filter({ hasText: 'हाकिमगृह' }).waitFor();
      await dialog.getByRole('button', { name: t('page.cancel'), exact: true }).click();
      await looker.look('the words of the office');
      await looker.lookInTheDark('the words of the office');
      await person.photograph(`synonyms-${language}`);

      await row.getByRole('button', { name: new RegExp(`^${t('synonyms.change')}`) }).click();
      await words.fill('लाटभवन\nअतिथिशाला');
      await save();
      await row.filter({ hasText: 'लाटभवन · अतिथिशाला' }).waitFor();
      expect(await found(`हाकिमगृह ${mark}`)).toBe(false);
      await page.setViewportSize(PHONE);
      await looker.look('the words of the office on a phone');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await row.getByRole('button', { name: new RegExp(`^${t('synonyms.remove')}`) }).click();
      await dialog.getByRole('button', { name: t('synonyms.remove'), exact: true }).click();
      await page.getByText(t('synonyms.none'), { exact: true }).waitFor();
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
