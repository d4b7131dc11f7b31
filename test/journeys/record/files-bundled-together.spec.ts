import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '@patravali/language';
import { unzipSync } from 'fflate';
import en from '../../../libs/office/messages/src/en/evidence-bundle.json';
import hi from '../../../libs/office/messages/src/hi/evidence-bundle.json';
import { run } from '../../../libs/verifier/src/command/run';
import { chooseRow, ClerksDesk } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 300_000;
const WORDS = { en, hi };
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Files are bundled together, in %s', (language) => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-together-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['sudhir', '/search', 'as they are'],
    ['vinod', '/desk/inbox', 'as they are'],
    ['vinod', '/desk/inbox', 'for RTI'],
  ] as const)(
    'by %s, who selects them in his list %s by keys, %s, and are verified as one',
    async (username, list, which) => {
      const forRti = which === 'for RTI';
      const files = await desk.files(`पहली ${language} ${which}`, `दूसरी ${language} ${which}`);
      const person = await office().person({ language });
      await signIn(person, username);
      const { page, t } = person;
      const words = WORDS[language];
      await page.goto(list);
      for (const { number } of files) {
        await chooseRow(person, number);
        await page.keyboard.press('x');
      }
      await page.getByText(t('bulk.files.selected', { count: 2 }), { exact: true }).waitFor();
      await page.keyboard.press('b');
      const name = fill(words.titleOfFiles, { count: 2 }, language);
      const dialog = page.getByRole('dialog', { name, exact: true });
      await dialog.getByText(words.holdsFiles, { exact: true }).waitFor();
      if (forRti) {
        await dialog.getByRole('checkbox', { name: words.forRti }).press('Space');
        await dialog.getByText(words.holdsHashesOfFiles, { exact: true }).waitFor();
      }
      const picture = `bundle-of-files-${username}${forRti ? '-rti' : ''}-${language}`;
      await person.photograph(picture);
      await person.sees(words.asked, () => page.keyboard.press('Control+Enter'));
      await dialog.waitFor({ state: 'hidden' });
      await person.sees(new RegExp(t('pdfs.bundleReady', { number: '.+' })));
      await page.goto('/pdfs');
      const download = page.getByRole('button', { name: /MB/ }).first();
      await download.waitFor();
      await person.photograph(`${picture}-ready`);
      await page
        .getByText(t('pdfs.andMore', { count: 1 }))
        .first()
        .waitFor();
      const { bytes } = await person.download(() => download.press('Enter'));
      const path = join(folder, `${username} ${which}.zip`);
      await writeFile(path, bytes);
      let told = '';
      expect(await run(['--lang', 'en', path], (text) => void (told += text))).toBe(0);
      expect(told).toContain('Chains: 2.');
      const names = Object.keys(unzipSync(bytes));
      expect(names.filter((each) => /^whole-files\/\d+\.pdf$/.test(each))).toHaveLength(forRti ? 0 : 2);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
