import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'जिलाधिकारी का आदेश संख्या 47/2026';

const office = useJourneyOffice();

/** The dialog into which a list is given. */
function listOf({ page, t }: Person) {
  const dialog = page.getByRole('dialog');
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  return {
    dialog,
    press,
    read: async (name: string, ...lines: string[]) => {
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) };
      await dialog.locator('input[type=file]').setInputFiles(file);
      await dialog.getByRole('textbox', { name: t('establishment.reason'), exact: true }).fill(REASON);
      await press(t('establishment.readList'));
    },
  };
}

describe.each(LANGUAGES)('The administrator, in %s', (language) => {
  it(
    'enters people by a list once it is right, closes an account by the next, and saves the list of all',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { dialog, press, read } = listOf(person);
      const [sita, gita] = [`sita-${language}`, `gita-${language}`];
      await page.getByRole('link', { name: t('page.accounts'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('page.accounts'), exact: true }).waitFor();
      await person.photograph(`accounts-with-lists-${language}`);
      await page.getByRole('button', { name: t('establishment.importPeople'), exact: true }).click();
      const head = 'मानव सम्पदा कोड,Name in Hindi,अंग्रेज़ी में नाम,E-mail';
      const right = `${sita},सीता यादव,Sita Yadav,${sita}@example.in`;
      await read('व्यक्ति.csv', head, right, `${gita},गीता यादव,Gita Yadav,nowhere`);
      await dialog.getByText(t('establishment.listWrong', { count: '1' })).waitFor();
      const where = t('establishment.listMistake', { row: 3, column: t('establishment.column.email'), what: '' });
      await dialog.getByRole('listitem').filter({ hasText: where.trim() }).waitFor();
      await person.photograph(`people-with-a-mistake-${language}`);
      await looker.look('a list of people with a mistake');

      await read('व्यक्ति.csv', head, right, `${gita},गीता यादव,Gita Yadav,`);
      await dialog.getByRole('listitem').filter({ hasText: gita }).waitFor();
      await person.photograph(`people-that-would-come-${language}`);
      await looker.look('a list of people that was read');
      await press(t('establishment.enterList'));
      await dialog.waitFor({ state: 'detached' });
      const listed = page.getByRole('listitem').filter({ hasText: sita });
      await listed.filter({ hasText: t('establishment.neverSignedIn') }).waitFor();

      await page.getByRole('button', { name: t('establishment.importPeople'), exact: true }).click();
      const cause = language === 'hi' ? 'सेवानिवृत्त' : 'Retired';
      await read('ended.csv', 'User name;Close account because', `${sita};${cause}`, `${gita};`);
      await dialog
        .getByRole('listitem')
        .filter({ hasText: t('establishment.line.ended') })
        .waitFor();
      await press(t('establishment.enterList'));
      await dialog.waitFor({ state: 'detached' });
      await listed.waitFor({ state: 'detached' });

      const exportCsv = t('establishment.exportAs', { kind: 'CSV' });
      const { name, bytes } = await person.download(() =>
        page.getByRole('button', { name: exportCsv, exact: true }).click(),
      );
      expect([name.endsWith('.csv'), bytes.subarray(0, 3).toString('hex')]).toEqual([true, 'efbbbf']);
      const rows = bytes.toString('utf8').split('\r\n');
      expect(rows.filter((row) => row.startsWith(gita))).toEqual([`${gita},गीता यादव,Gita Yadav,,`]);
      expect(rows.filter((row) => row.startsWith(sita))).toEqual([]);
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'enters posts by a list, the superior after those below, and none while a line is wrong',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'anjali');
      const looker = await Looker.of(person);
      const { page, t } = person;
      const { dialog, press, read } = listOf(person);
      const [head, clerk] = [`NAZARAT-${language}`, `NAZIR-${language}`];
      await page.getByRole('link', { name: t('people.title'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('people.title'), exact: true }).waitFor();
      await person.photograph(`posts-with-lists-${language}`);
      await page.getByRole('button', { name: t('establishment.importPosts'), exact: true }).click();
      const columns = 'Marking,पदनाम,Designation,Level,Unit,Superior,Roles';
      const lines = (unit: string) => [
        `${clerk},नाज़िर,Nazir,9,${unit},${head},Dealing hand`,
        `${head},प्रभारी नज़ारत,In charge of Nazarat,4,${unit},,अधिकारी`,
      ];
      await read('पद.csv', columns, ...lines('नहीं है'));
      await dialog.getByText(t('establishment.listWrong', { count: '2' })).waitFor();
      await person.photograph(`posts-with-mistakes-${language}`);
      await looker.look('a list of posts with mistakes');
      await read('पद.csv', columns, ...lines('स्था०'));
      await dialog.getByRole('listitem').filter({ hasText: head }).waitFor();
      await person.photograph(`posts-that-would-come-${language}`);
      await press(t('establishment.enterList'));
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('textbox', { name: t('establishment.findPost'), exact: true }).fill(clerk);
      await page
        .getByRole('row')
        .filter({ hasText: 'Nazir' })
        .or(page.getByRole('row').filter({ hasText: 'नाज़िर' }))
        .waitFor();

      await page.getByRole('button', { name: t('establishment.importPosts'), exact: true }).click();
      await read('पद.csv', 'Marking,Abolished', `${head},हाँ`, `${clerk},Yes`);
      await dialog.getByRole('listitem').filter({ hasText: head }).waitFor();
      await press(t('establishment.enterList'));
      await dialog.waitFor({ state: 'detached' });
      expect(person.troubles).toEqual([]);
      expect(looker.found).toEqual([]);
    },
    JOURNEY_MS,
  );
});
