import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'जिलाधिकारी का आदेश संख्या 31/2026';
const YEAR = new Date().getFullYear() + 1;

const office = useJourneyOffice();

/** The dialog of the page, with its fields by what they are called. */
function dialogOf({ page }: Person) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    fill: (name: string, text: string) => dialog.getByRole('textbox', { name, exact: true }).fill(text),
    press: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
    gone: () => dialog.waitFor({ state: 'detached' }),
  };
}

describe.each(LANGUAGES)('The administrator, in %s', (language) => {
  const code = `NZR-${language.toUpperCase()}`;
  const open = async ({ page, t }: Person, title: 'page.numbers' | 'page.workingCalendar' | 'page.urgencies') => {
    await page.getByRole('link', { name: t(title), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: t(title), exact: true }).waitFor();
  };

  it(
    'goes on with numbers from the registers on paper, and adds a head of the office’s own',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { dialog, fill, press, gone } = dialogOf(person);
      const start = async (name: string, last: string) => {
        await page.getByRole('button', { name: `${t('numbers.start')}: ${name}`, exact: true }).click();
        await fill(t('numbers.lastNumber'), last);
        await fill(t('numbers.reason'), REASON);
      };
      await open(person, 'page.numbers');
      await page.getByRole('cell', { name: t('numbers.byHead') }).waitFor();
      await person.photograph(`numbers-${language}`);
      await looker.look('numbers and heads');

      const last = language === 'hi' ? 1046 : 2046;
      await start(t('numberKind.issue'), 'बारह');
      await dialog.getByText(t('numbers.noNumber')).waitFor();
      await fill(t('numbers.lastNumber'), language === 'hi' ? '१,०४६' : '2,046');
      await press(t('numbers.save'));
      await gone();
      await page.getByRole('cell', { name: new RegExp(`${last + 1}/`) }).waitFor();
      await start(t('numberKind.issue'), String(last));
      await press(t('numbers.save'));
      await dialog
        .getByRole('alert')
        .filter({ hasText: language === 'hi' ? '1,046' : '2,046' })
        .waitFor();
      await person.photograph(`a-number-that-was-drawn-${language}`);
      await looker.look('a number that was drawn');
      await press(t('page.cancel'));

      await page.getByRole('button', { name: `${t('numbers.change')}: ${t('numberKind.file')}`, exact: true }).click();
      await fill(t('numbers.form'), '{head}/{serial}');
      await fill(t('numbers.reason'), REASON);
      await press(t('numbers.save'));
      await dialog.getByRole('alert').waitFor();
      await fill(t('numbers.form'), '{head}/{serial}/{year}-{unit}');
      // The form that has just been changed comes to the page only when the next dialog is open.
      const held = Promise.withResolvers<undefined>();
      await page.route('**/api/v1/number-schemes*', async (route) => {
        if (route.request().method() === 'GET') await held.promise;
        await route.continue();
      });
      await press(t('numbers.save'));
      await gone();
      await page.getByRole('button', { name: t('numbers.newHead'), exact: true }).click();
      await dialog.waitFor();
      held.resolve(undefined);
      await fill(t('numbers.basic'), code);
      await fill(t('numbers.titleHi'), 'नज़ारत');
      await fill(t('numbers.reason'), REASON);
      await person.photograph(`a-new-head-${language}`);
      await press(t('numbers.save'));
      await gone();
      await page.getByRole('cell', { name: new RegExp(`^${code}/1/`) }).waitFor();
      await start(code, '412');
      await press(t('numbers.save'));
      await gone();
      await page.getByRole('cell', { name: new RegExp(`^${code}/413/`) }).waitFor();
      await person.photograph(`numbers-that-go-on-${language}`);
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'declares a local holiday, takes it back, and takes in the list of the year when it is right',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { dialog, fill, press, gone } = dialogOf(person);
      await open(person, 'page.workingCalendar');
      await page.getByRole('button', { name: String(YEAR), exact: true }).click();
      await page.getByText(String(YEAR), { exact: true }).and(page.locator('strong')).waitFor();

      await page.getByRole('button', { name: t('calendar.declare'), exact: true }).click();
      await fill(t('calendar.day'), `31/2/${YEAR}`);
      await fill(t('calendar.nameHi'), 'स्थानीय मेला');
      await fill(t('calendar.nameEn'), 'Local fair');
      await fill(t('calendar.reason'), REASON);
      await press(t('calendar.save'));
      await dialog.getByText(t('page.dayUnread')).waitFor();
      await fill(t('calendar.day'), `3/3/${YEAR}`);
      await press(t('calendar.save'));
      await gone();
      const fair = page.getByRole('row').filter({ hasText: language === 'hi' ? 'स्थानीय मेला' : 'Local fair' });
      await fair.waitFor();
      await person.photograph(`a-local-holiday-${language}`);
      await looker.look('the calendar');
      await fair.getByRole('button', { name: t('calendar.withdraw') }).click();
      await fill(t('file.reason'), REASON);
      await press(t('calendar.withdraw'));
      await fair.waitFor({ state: 'detached' });

      const takeIn = async (...rows: string[]) => {
        const list = ['दिनांक;हिन्दी में नाम;अंग्रेज़ी में नाम;प्रकार', ...rows].join('\n');
        const file = { name: 'अवकाश.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
        await dialog.locator('input[type=file]').setInputFiles(file);
        await press(t('calendar.read'));
      };
      await page.getByRole('button', { name: t('calendar.list'), exact: true }).click();
      await takeIn(`26/1/${YEAR - 1};गणतन्त्र दिवस;Republic Day;`, `45/3/${YEAR};होली;Holi;`);
      const wrong = t('calendar.mistakes.another-year', { year: String(YEAR) });
      await dialog.getByText(t('calendar.mistake', { row: 2, column: t('calendar.day'), what: wrong })).waitFor();
      await person.photograph(`a-list-with-mistakes-${language}`);
      await looker.look('a list with mistakes');
      await takeIn(
        `26/1/${YEAR};गणतन्त्र दिवस;Republic Day;`,
        `14/4/${YEAR};अम्बेडकर जयन्ती;Ambedkar Jayanti;निर्बन्धित अवकाश`,
      );
      await fill(t('file.reason'), REASON);
      await person.photograph(`a-list-read-${language}`);
      await looker.look('a list that was read');
      await press(t('calendar.declareThese'));
      await gone();
      const jayanti = page.getByRole('row').filter({ hasText: language === 'hi' ? 'अम्बेडकर' : 'Ambedkar' });
      await jayanti.getByRole('cell', { name: t('calendar.kinds.restricted'), exact: true }).waitFor();
      await person.photograph(`the-calendar-of-a-year-${language}`);
      for (const name of ['अम्बेडकर', 'Ambedkar', 'गणतन्त्र', 'Republic']) {
        const row = page.getByRole('row').filter({ hasText: name });
        if ((await row.count()) === 0) continue;
        await row.getByRole('button', { name: t('calendar.withdraw') }).click();
        await fill(t('file.reason'), REASON);
        await press(t('calendar.withdraw'));
        await row.waitFor({ state: 'detached' });
      }
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'calls a degree of urgency as the office does, by an order',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { fill, press, gone } = dialogOf(person);
      const called = async (from: string, name: { readonly hi: string; readonly en: string }) => {
        await page.getByRole('button', { name: `${t('urgencies.change')}: ${from}`, exact: true }).click();
        await fill(t('urgencies.nameHi'), name.hi);
        await fill(t('urgencies.nameEn'), name.en);
        await fill(t('urgencies.reason'), REASON);
        await press(t('urgencies.save'));
        await gone();
        await page.getByRole('rowheader', { name: name[language], exact: true }).waitFor();
      };
      const before = { hi: 'तत्काल', en: 'Immediate' };
      await open(person, 'page.urgencies');
      await called(before[language], { hi: 'आज ही', en: 'Out today' });
      await person.photograph(`degrees-of-urgency-${language}`);
      await looker.look('the degrees of urgency');
      await called(language === 'hi' ? 'आज ही' : 'Out today', before);
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
